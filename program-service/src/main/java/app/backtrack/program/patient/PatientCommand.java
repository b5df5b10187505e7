package app.backtrack.program.patient;

import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.PatientEvent.Goal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked for about a patient who was enrolled before. Each carries the clock's reading. */
sealed interface PatientCommand {

    /** When it was asked for, UTC, whole milliseconds. */
    Instant at();

    /**
     * Take a discharged patient on again.
     *
     * @param zone IANA zone of the patient's home
     * @param therapists clinician ids, sorted
     */
    record EnrolAgain(String zone, List<String> therapists, Instant at) implements PatientCommand {

        /** Keeps a copy of the list. */
        public EnrolAgain {
            therapists = List.copyOf(therapists);
        }
    }

    /**
     * End the care, with today as its last day.
     *
     * @param openProgram the patient's active or paused program, as it was seen just before; null for none
     */
    record Discharge(@Nullable String reason, @Nullable UUID openProgram, Instant at) implements PatientCommand {}

    /**
     * Note that the patient's home has another time zone.
     *
     * @param effectiveFrom the patient's date in the new zone; null for today there
     */
    record ChangeTimeZone(String zone, @Nullable LocalDate effectiveFrom, Instant at) implements PatientCommand {}

    /**
     * Have these therapists look after the patient, and no others.
     *
     * @param therapists clinician ids, sorted; may be empty
     */
    record AssignTherapists(List<String> therapists, Instant at) implements PatientCommand {

        /** Keeps a copy of the list. */
        public AssignTherapists {
            therapists = List.copyOf(therapists);
        }
    }

    /**
     * Note that the patient agreed.
     *
     * @param wording the clinic's name for the text; null for none
     * @param stands whether consent stood just before; null where it was never noted
     */
    record GiveConsent(
            ConsentPurpose purpose,
            @Nullable String wording,
            @Nullable Boolean stands,
            Instant at) implements PatientCommand {}

    /**
     * Note that the patient agrees no longer.
     *
     * @param stands whether consent stood just before; null where it was never noted
     */
    record WithdrawConsent(ConsentPurpose purpose, @Nullable Boolean stands, Instant at) implements PatientCommand {}

    /** Write down anew what the patient wants to reach, and what the pain limits. */
    record SetGoals(List<Goal> goals, List<Goal> activities, Instant at) implements PatientCommand {

        /** Keeps copies of the lists. */
        public SetGoals {
            goals = List.copyOf(goals);
            activities = List.copyOf(activities);
        }
    }
}
