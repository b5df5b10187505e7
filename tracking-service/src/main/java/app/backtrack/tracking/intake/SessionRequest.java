package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.ExerciseSide;
import app.backtrack.events.FactKind;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SessionEvent.SetDone;
import app.backtrack.events.SkipReason;
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

/** A session of exercises as a client sends it. */
@Schema(name = "Session", examples = """
                {"revision":1,"occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin","exercises":[{"exercise":"side-plank",\
                "sets":[{"side":"left","holdSeconds":30},{"side":"right","holdSeconds":25}],"effort":6,"pain":2}]}""")
record SessionRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "What was done, in order; empty where all of it was left out") @NotNull @Size(max = 30)
        List<@NotNull @Valid ExerciseRequest> exercises,

        @Schema(description = "What was due and left out, each exercise once, with its reason")
        @Nullable
        @Size(max = 30)
        List<@NotNull @Valid SkippedRequest> skipped,

        @Schema(description = "When the session ended") @NotNull
        Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Nullable @Size(max = 1000) String note,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.SESSION;
    }

    @Override
    public SessionLogged toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new SessionLogged(
                id,
                revision,
                exercises.stream().map(ExerciseRequest::toExercise).toList(),
                skippedOrNone().stream().map(SkippedRequest::toSkipped).toList(),
                occurredAt,
                zone,
                localDate,
                note,
                reason);
    }

    /** What was left out, be it nothing. */
    List<SkippedRequest> skippedOrNone() {
        return skipped == null ? List.of() : skipped;
    }

    /** One exercise of the session. */
    @Schema(name = "ExerciseDone")
    record ExerciseRequest(
            @Schema(description = "Its id in the catalog", examples = "side-plank")
            @NotNull
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String exercise,

            @Schema(description = "Id of the planned exercise that it stood in for", examples = "front-plank")
            @Nullable
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String insteadOf,

            @Schema(description = "What was done, in order") @NotNull @Size(min = 1, max = 20)
            List<@NotNull @Valid SetRequest> sets,

            @Schema(description = "Perceived effort, 0 none to 10 maximal") @Nullable @Min(0) @Max(10)
            Integer effort,

            @Schema(description = "Worst pain during the exercise, 0 to 10") @Nullable @Min(0) @Max(10)
            Integer pain) {

        ExerciseDone toExercise() {
            return new ExerciseDone(
                    exercise, insteadOf, sets.stream().map(SetRequest::toSet).toList(), effort, pain);
        }
    }

    /** A planned exercise that was left out. */
    @Schema(name = "ExerciseSkipped")
    record SkippedRequest(
            @Schema(description = "Its id in the catalog", examples = "bird-dog")
            @NotNull
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String exercise,

            @NotNull SkipReason why) {

        ExerciseSkipped toSkipped() {
            return new ExerciseSkipped(exercise, why);
        }
    }

    /** One set; at least repetitions or a hold. */
    @Schema(name = "SetDone", description = "One set: repetitions, a hold, or both")
    record SetRequest(
            @NotNull ExerciseSide side,
            @Nullable @Min(0) @Max(1000) Integer reps,
            @Nullable @Min(0) @Max(3600) Integer holdSeconds,
            @Nullable @Min(0) @Max(500_000) Integer loadGrams) {

        SetDone toSet() {
            return new SetDone(side, reps, holdSeconds, loadGrams);
        }
    }
}
