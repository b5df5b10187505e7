/** Tells those who look at a caseload which of its rows have changed. */
@NullMarked
package app.backtrack.tracking.live;

import org.jspecify.annotations.NullMarked;
