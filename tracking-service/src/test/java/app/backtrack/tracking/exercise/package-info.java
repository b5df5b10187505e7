/** Tests of progress by exercise. */
@NullMarked
package app.backtrack.tracking.exercise;

import org.jspecify.annotations.NullMarked;
