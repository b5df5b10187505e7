/** What was measured, where, and how it is kept. */
@NullMarked
package app.backtrack.bench.result;

import org.jspecify.annotations.NullMarked;
