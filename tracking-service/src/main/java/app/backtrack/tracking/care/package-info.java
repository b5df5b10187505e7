/** Folds what clinicians decided about a patient: enrolment, programs, and red flags that were closed. */
@NullMarked
package app.backtrack.tracking.care;

import org.jspecify.annotations.NullMarked;
