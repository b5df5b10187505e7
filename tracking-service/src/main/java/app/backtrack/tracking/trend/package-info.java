/** The pain trend over a window of 4 to 12 weeks: series, statistics, changes and the verdict, as pure functions. */
@NullMarked
package app.backtrack.tracking.trend;

import org.jspecify.annotations.NullMarked;
