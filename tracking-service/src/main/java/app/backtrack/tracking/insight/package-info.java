/** Insights: which rules hold for a patient on a date, since when, and on what evidence. */
@NullMarked
package app.backtrack.tracking.insight;

import org.jspecify.annotations.NullMarked;
