/** Which collection of a projection is read, and which one is kept up beside it. */
@NullMarked
package app.backtrack.tracking.generation;

import org.jspecify.annotations.NullMarked;
