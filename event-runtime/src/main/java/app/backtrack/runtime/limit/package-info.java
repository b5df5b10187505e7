/**
 * How much one client and one clinic may ask for, how long a request may take to arrive, and when there is too much of
 * all.
 */
@NullMarked
package app.backtrack.runtime.limit;

import org.jspecify.annotations.NullMarked;
