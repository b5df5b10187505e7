/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.reading;

import org.jspecify.annotations.NullMarked;
