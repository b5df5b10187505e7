/** What a patient is to do: programs are prescribed, revised, paused, resumed, completed and stopped here. */
@NullMarked
package app.backtrack.program.prescription;

import org.jspecify.annotations.NullMarked;
