/** Tests of the comparison of sides. */
@NullMarked
package app.backtrack.tracking.sides;

import org.jspecify.annotations.NullMarked;
