/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.redflag;

import org.jspecify.annotations.NullMarked;
