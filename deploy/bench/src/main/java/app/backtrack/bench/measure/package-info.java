/** The measures. */
@NullMarked
package app.backtrack.bench.measure;

import org.jspecify.annotations.NullMarked;
