package app.backtrack.tracking.care;

import app.backtrack.events.schedule.ProgramHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clinicians decided for a patient, as far as it bears on progress.
 *
 * @param patient enrolment, zone and therapists
 * @param programs every program by its id
 * @param closures red flags that were closed, by the id of the event that says so
 */
public record CareView(
        PatientView patient, SortedMap<String, ProgramView> programs, SortedMap<String, Closure> closures) {

    /** Nothing known yet. */
    public static final CareView EMPTY = new CareView(PatientView.EMPTY, new TreeMap<>(), new TreeMap<>());

    public CareView {
        programs = Sorted.copyOf(programs);
        closures = Sorted.copyOf(closures);
    }

    /** Whether a clinician closed what a red-flag screen said. */
    public boolean closed(UUID screen) {
        return closures.values().stream().anyMatch(closure -> closure.screens().contains(screen));
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

    /** Every program as the rules of what is due read it. */
    public List<ProgramHistory> histories() {
        return programs.entrySet().stream()
                .map(program -> program.getValue().history(UUID.fromString(program.getKey())))
                .toList();
    }

    /** Day 1 of the program that was under way on {@code date}; null where there was none. */
    public @Nullable LocalDate programStart(LocalDate date) {
        return activeProgram(date).map(ActiveProgram::startsOn).orElse(null);
    }

    /** What was known at an instant. */
    public CareView asOf(Instant instant) {
        TreeMap<String, ProgramView> known = new TreeMap<>();
        programs.forEach((id, program) -> program.asOf(instant).ifPresent(view -> known.put(id, view)));
        TreeMap<String, Closure> closed = new TreeMap<>(closures);
        closed.values().removeIf(closure -> closure.recordedAt().isAfter(instant));
        return new CareView(patient.asOf(instant), known, closed);
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
