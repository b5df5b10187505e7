/** Benchmarks of the pure parts alone: folds, trends, the codec. Read by the JMH runner. */
@NullMarked
package app.backtrack.bench.rules;

import org.jspecify.annotations.NullMarked;
