/** Tests of the enrolments. */
@NullMarked
package app.backtrack.tracking.enrolment;

import org.jspecify.annotations.NullMarked;
