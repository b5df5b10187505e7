package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program as its events have left it; what a command is decided against. */
sealed interface Program {

    /** No event yet. */
    record NotPrescribed() implements Program {}

    /**
     * A program with at least one event.
     *
     * @param version number of its events
     * @param laid the plans that hold, each until the next one does, ascending by their first dates; never empty
     */
    record Prescribed(UUID programId, int version, ProgramStatus status, List<LaidPlan> laid) implements Program {

        public Prescribed {
            laid = List.copyOf(laid);
        }

        /** The plan that holds on a local date; before the program's start, its first one. */
        ProgramPlan planOn(LocalDate date) {
            LaidPlan held = laid.getFirst();
            for (LaidPlan plan : laid) {
                held = plan.from().isAfter(date) ? held : plan;
            }
            return held.plan();
        }

        /** What is laid down for days after a local date. */
        List<LaidPlan> after(LocalDate date) {
            return laid.stream().filter(plan -> plan.from().isAfter(date)).toList();
        }

        /** The plans once a newer version holds from its date: it takes the place of all from that date on. */
        List<LaidPlan> with(LaidPlan newer) {
            return Stream.concat(laid.stream().filter(plan -> plan.from().isBefore(newer.from())), Stream.of(newer))
                    .toList();
        }
    }

    /**
     * A plan and from when it holds.
     *
     * @param from the patient's local date
     * @param reason why it was decided
     */
    record LaidPlan(
            LocalDate from, ProgramPlan plan, @Nullable String reason) {}

    /** Whether a program of this status asks, or may ask again, something of the patient. */
    static boolean isOpen(ProgramStatus status) {
        return switch (status) {
            case ACTIVE, PAUSED -> true;
            case COMPLETED, STOPPED -> false;
        };
    }
}
