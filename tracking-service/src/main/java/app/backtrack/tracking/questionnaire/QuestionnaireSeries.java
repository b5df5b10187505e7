package app.backtrack.tracking.questionnaire;

import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.Questionnaire;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that a patient answered of one questionnaire, with its scores. */
@Schema(name = "QuestionnaireSeries")
record QuestionnaireSeries(
        Questionnaire questionnaire,

        @Schema(description = "Whether more points mean that the patient fares better")
        boolean higherIsBetter,

        @Schema(description = "Which change matters, and who says so; null where no source states it") @Nullable
        String threshold,

        @Schema(description = "Ascending by date") List<Entry> entries) {

    QuestionnaireSeries {
        entries = List.copyOf(entries);
    }

    /** One questionnaire as it was answered. */
    @Schema(name = "ScoredQuestionnaire")
    record Entry(
            @Schema(description = "The patient's local date")
            LocalDate date,

            @Schema(
                    description = "Names the event that it rests on",
                    examples = "questionnaire/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1")
            String eventId,

            @Schema(description = "In the questionnaire's points; null where items are missing") @Nullable
            Double score,

            @Schema(description = "The answers by item") List<ItemAnswer> answers,

            @Schema(
                    description =
                            "Against the first score over the same items; null for that first one and without a score")
            @Nullable
            Change change) {

        Entry {
            answers = List.copyOf(answers);
        }
    }

    /** How a score compares with the first. */
    @Schema(name = "QuestionnaireChange")
    record Change(
            @Schema(description = "The event of the first score")
            String since,

            @Schema(description = "This score less the first one")
            double points,

            @Schema(description = "In percent of the first; null where that is 0") @Nullable
            Double percent,

            @Schema(description = "What that means by the threshold")
            Meaning meaning) {}
}
