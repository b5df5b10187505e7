/** Tests of what remote monitoring counts. */
@NullMarked
package app.backtrack.tracking.monitoring;

import org.jspecify.annotations.NullMarked;
