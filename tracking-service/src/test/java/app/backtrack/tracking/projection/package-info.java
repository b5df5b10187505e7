/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.projection;

import org.jspecify.annotations.NullMarked;
