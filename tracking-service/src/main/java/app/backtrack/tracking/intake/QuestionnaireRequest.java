package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.Questionnaire;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answered questionnaire as a client sends it: names of items and points, never the texts of questions. */
@Schema(name = "QuestionnaireAnswers", examples = """
                {"revision":1,"questionnaire":"peg","answers":[{"item":"pain","score":6},{"item":"enjoyment","score":5},\
                {"item":"activity","score":7}],"occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"}""")
record QuestionnaireRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @NotNull Questionnaire questionnaire,

        @Schema(
                description =
                        "One for each item that was answered. PEG: `pain`, `enjoyment`, `activity`, 0 to 10 each. PSFS: 3 to 5 "
                                + "activities, each by an id of yours, 0 unable to 10 as before. RMDQ: `1` to `24`, 0 or 1 each. "
                                + "ODI: `total` in percent. STarT Back: `total`, 0 to 9")
        @NotNull
        @Size(min = 1, max = 30)
        List<@NotNull @Valid AnswerRequest> answers,

        @Schema(description = "When it was answered") @NotNull
        Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.QUESTIONNAIRE;
    }

    @Override
    public QuestionnaireAnswered toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new QuestionnaireAnswered(
                id,
                revision,
                questionnaire,
                answers.stream().map(AnswerRequest::toAnswer).toList(),
                occurredAt,
                zone,
                localDate,
                reason);
    }

    /** The answer to one item. */
    @Schema(name = "ItemAnswer")
    record AnswerRequest(
            @Schema(description = "Names the item", examples = "pain")
            @NotNull
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String item,

            @NotNull @Min(0) @Max(100) Integer score) {

        ItemAnswer toAnswer() {
            return new ItemAnswer(item, score);
        }
    }
}
