/** Tests of exports. */
@NullMarked
package app.backtrack.tracking.export;

import org.jspecify.annotations.NullMarked;
