/** Tests of what is told of insights. */
@NullMarked
package app.backtrack.tracking.insight;

import org.jspecify.annotations.NullMarked;
