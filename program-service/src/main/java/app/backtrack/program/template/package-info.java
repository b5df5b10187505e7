/** Programs to begin with: what a clinician prescribes from, and then makes the patient's own. */
@NullMarked
package app.backtrack.program.template;

import org.jspecify.annotations.NullMarked;
