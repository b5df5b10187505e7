/** Who is in a clinic's care: enrolment, and the only place that knows who a pseudonym is. */
@NullMarked
package app.backtrack.program.patient;

import org.jspecify.annotations.NullMarked;
