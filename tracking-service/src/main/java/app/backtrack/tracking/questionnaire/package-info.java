/** Scores questionnaires, and says which changes of a score matter; pure but for the resource. */
@NullMarked
package app.backtrack.tracking.questionnaire;

import org.jspecify.annotations.NullMarked;
