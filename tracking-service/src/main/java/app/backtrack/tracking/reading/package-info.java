/** Shows a patient's progress and timeline. */
@NullMarked
package app.backtrack.tracking.reading;

import org.jspecify.annotations.NullMarked;
