/** Tests of the intake. */
@NullMarked
package app.backtrack.tracking.intake;

import org.jspecify.annotations.NullMarked;
