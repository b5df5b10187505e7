/** Tests of the rank statistics against published figures, SciPy and slow but plain reckoning. */
@NullMarked
package app.backtrack.tracking.statistics;

import org.jspecify.annotations.NullMarked;
