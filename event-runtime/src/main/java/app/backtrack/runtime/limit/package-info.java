/** How much one client and one clinic may ask for, and how long a request may take to arrive. */
@NullMarked
package app.backtrack.runtime.limit;

import org.jspecify.annotations.NullMarked;
