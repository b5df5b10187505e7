/** How the left and the right side compare in an exercise: in words, without alarms, and never as a cause of pain. */
@NullMarked
package app.backtrack.tracking.sides;

import org.jspecify.annotations.NullMarked;
