/** Counts days and minutes of remote monitoring, each with its proof; pure but for the resource. */
@NullMarked
package app.backtrack.tracking.monitoring;

import org.jspecify.annotations.NullMarked;
