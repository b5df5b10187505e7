package app.backtrack.tracking.enrolment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the intake of facts needs to know of a patient.
 *
 * @param enrolledOn the patient's date of enrolment; null where a program event came before the patient's own
 * @param programStarts day 1 of each program, as its highest version so far says
 */
record Enrolment(@Nullable LocalDate enrolledOn, Map<UUID, ProgramStart> programStarts) {
    private static final int YEARS_BEFORE = 1;

    Enrolment {
        programStarts = Map.copyOf(programStarts);
    }

    /**
     * The first local date that a fact may speak of: a year before the first program's start, or before enrolment where
     * there is no program. Null where the patient is not enrolled (yet).
     */
    @Nullable
    LocalDate earliest() {
        if (enrolledOn == null) {
            return null;
        }
        LocalDate start = programStarts.isEmpty()
                ? enrolledOn
                : Collections.min(programStarts.values()).startsOn();
        return start.minusYears(YEARS_BEFORE);
    }

    /**
     * Day 1 of a program.
     *
     * @param version the program version that said so
     */
    record ProgramStart(int version, LocalDate startsOn) implements Comparable<ProgramStart> {
        @Override
        public int compareTo(ProgramStart other) {
            return startsOn.compareTo(other.startsOn);
        }
    }
}
