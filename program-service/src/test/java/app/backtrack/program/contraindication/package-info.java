/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.contraindication;

import org.jspecify.annotations.NullMarked;
