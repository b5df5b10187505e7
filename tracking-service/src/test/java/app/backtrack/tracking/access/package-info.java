/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.access;

import org.jspecify.annotations.NullMarked;
