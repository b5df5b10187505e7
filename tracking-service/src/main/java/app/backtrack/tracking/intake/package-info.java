/** Takes facts in: checks them, puts them into the log, and acknowledges them once the log has them. */
@NullMarked
package app.backtrack.tracking.intake;

import org.jspecify.annotations.NullMarked;
