/** Keeps who read and who wrote whose data, and shows it to the patient and to the clinic. */
@NullMarked
package app.backtrack.tracking.access;

import org.jspecify.annotations.NullMarked;
