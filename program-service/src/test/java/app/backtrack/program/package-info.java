/** Shows that the service as a whole keeps the house rules and describes itself. */
@NullMarked
package app.backtrack.program;

import org.jspecify.annotations.NullMarked;
