/** Follows the log: keeps the journal, folds it into progress, and tells what follows from it. */
@NullMarked
package app.backtrack.tracking.projection;

import org.jspecify.annotations.NullMarked;
