/** Tests of the positions. */
@NullMarked
package app.backtrack.tracking.position;

import org.jspecify.annotations.NullMarked;
