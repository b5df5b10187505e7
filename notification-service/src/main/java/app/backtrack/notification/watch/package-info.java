/** Reads the log and turns each insight into inbox entries and mail for whom it concerns. */
@NullMarked
package app.backtrack.notification.watch;

import org.jspecify.annotations.NullMarked;
