/** Tests of the package of the same name. */
@NullMarked
package app.backtrack.tracking.outcome;

import org.jspecify.annotations.NullMarked;
