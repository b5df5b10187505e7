/** Who looks after a clinic's patients: ids as the issuer knows them, and the names that the clinic gives them here. */
@NullMarked
package app.backtrack.program.clinician;

import org.jspecify.annotations.NullMarked;
