package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent.ProgramPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinician asks for. A command carries the clock's reading, so that deciding needs no clock. */
sealed interface ProgramCommand {

    /** The patient's local date when the request came in. */
    LocalDate today();

    /** Why, in the clinician's words; null where none were given. */
    @Nullable
    String reason();

    /**
     * Begin a program. Its first version is in force from the plan's start, which may lie in the past.
     *
     * @param overrides cautions that are set aside with it
     */
    record Prescribe(
            UUID programId,
            ProgramPlan plan,
            List<CautionOverride> overrides,
            @Nullable String reason,
            LocalDate today) implements ProgramCommand {

        /** Keeps a copy of the list. */
        public Prescribe {
            overrides = List.copyOf(overrides);
        }
    }

    /** Change a program that there is. */
    sealed interface Change extends ProgramCommand {

        /** The patient's local date from which the change holds; null for the earliest that is not in the past. */
        @Nullable
        LocalDate effectiveFrom();
    }

    /**
     * Replace what is to be done; template and start of the program stay.
     *
     * @param overrides cautions that are set aside with it
     */
    record Revise(
            ProgramPlan plan,
            List<CautionOverride> overrides,
            @Nullable LocalDate effectiveFrom,
            @Nullable String reason,
            LocalDate today)
            implements Change {

        /** Keeps a copy of the list. */
        public Revise {
            overrides = List.copyOf(overrides);
        }
    }

    /** Ask nothing of the patient until the program is resumed. */
    record Pause(
            @Nullable LocalDate effectiveFrom, @Nullable String reason, LocalDate today) implements Change {}

    /** Go on after a pause. */
    record Resume(
            @Nullable LocalDate effectiveFrom, @Nullable String reason, LocalDate today) implements Change {}

    /** Close a program that reached its end. */
    record Complete(
            @Nullable LocalDate effectiveFrom, @Nullable String reason, LocalDate today) implements Change {}

    /** Close a program before its time. */
    record Stop(@Nullable LocalDate effectiveFrom, @Nullable String reason, LocalDate today) implements Change {}
}
