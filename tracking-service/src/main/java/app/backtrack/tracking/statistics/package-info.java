/** Rank statistics on short, gappy series of daily values: no domain words, no I/O, no randomness. */
@NullMarked
package app.backtrack.tracking.statistics;

import org.jspecify.annotations.NullMarked;
