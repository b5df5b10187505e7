/** What must not, or not without care, be prescribed to one patient, as a clinician has set it. */
@NullMarked
package app.backtrack.program.contraindication;

import org.jspecify.annotations.NullMarked;
