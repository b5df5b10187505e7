/** Tests of suggestions. */
@NullMarked
package app.backtrack.tracking.progression;

import org.jspecify.annotations.NullMarked;
