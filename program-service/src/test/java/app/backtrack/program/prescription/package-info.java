/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.prescription;

import org.jspecify.annotations.NullMarked;
