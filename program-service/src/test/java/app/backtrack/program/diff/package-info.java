/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.diff;

import org.jspecify.annotations.NullMarked;
