package app.backtrack.tracking.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clinicians decided for a patient, as far as it bears on progress.
 *
 * @param enrolment null while only program events have arrived: no order is assumed between streams
 * @param programs every program by its id
 */
public record CareView(@Nullable EnrolmentView enrolment, SortedMap<String, ProgramView> programs) {

    /** Nothing known yet. */
    public static final CareView EMPTY = new CareView(null, new TreeMap<>());

    public CareView {
        programs = Sorted.copyOf(programs);
    }

    /**
     * The program that was under way on {@code date}, as {@link ProgramView#underWayOn}. A patient has at most one;
     * should two overlap by their dates, the one that started last.
     */
    public Optional<ActiveProgram> activeProgram(LocalDate date) {
        return programs.entrySet().stream()
                .flatMap(program -> program.getValue().underWayOn(date).stream()
                        .map(version -> new ActiveProgram(UUID.fromString(program.getKey()), version)))
                .max(Comparator.comparing(ActiveProgram::startsOn)
                        .thenComparing(program -> program.programId().toString()));
    }

    /** Day 1 of the program that was under way on {@code date}; null where there was none. */
    public @Nullable LocalDate programStart(LocalDate date) {
        return activeProgram(date).map(ActiveProgram::startsOn).orElse(null);
    }

    /** What was known at an instant. */
    public CareView asOf(Instant instant) {
        TreeMap<String, ProgramView> known = new TreeMap<>();
        programs.forEach((id, program) -> program.asOf(instant).ifPresent(view -> known.put(id, view)));
        boolean enrolled = enrolment != null && !enrolment.recordedAt().isAfter(instant);
        return new CareView(enrolled ? enrolment : null, known);
    }

    /**
     * A program on a date.
     *
     * @param programId names it
     * @param version the version in force
     */
    public record ActiveProgram(UUID programId, ProgramVersion version) {

        /** The patient-local date of program day 1. */
        public LocalDate startsOn() {
            return version.plan().startsOn();
        }
    }
}
