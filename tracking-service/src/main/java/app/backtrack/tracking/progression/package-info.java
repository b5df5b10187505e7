/** What a clinician may consider next for each prescribed exercise: explained, and never applied by itself. */
@NullMarked
package app.backtrack.tracking.progression;

import org.jspecify.annotations.NullMarked;
