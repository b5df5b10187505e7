/** Tests of the scores of questionnaires. */
@NullMarked
package app.backtrack.tracking.questionnaire;

import org.jspecify.annotations.NullMarked;
