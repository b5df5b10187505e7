/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.timeline;

import org.jspecify.annotations.NullMarked;
