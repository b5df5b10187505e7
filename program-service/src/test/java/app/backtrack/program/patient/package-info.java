/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.patient;

import org.jspecify.annotations.NullMarked;
