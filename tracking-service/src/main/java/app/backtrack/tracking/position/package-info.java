/** Lets a writer read its own writes: what was acknowledged, as a token to wait for. */
@NullMarked
package app.backtrack.tracking.position;

import org.jspecify.annotations.NullMarked;
