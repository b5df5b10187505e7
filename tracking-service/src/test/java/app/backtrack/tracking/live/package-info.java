/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.live;

import org.jspecify.annotations.NullMarked;
