/** What was done in each exercise over time, by side; and pain before and after sessions. */
@NullMarked
package app.backtrack.tracking.exercise;

import org.jspecify.annotations.NullMarked;
