package app.backtrack.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A fictional patient.
 *
 * @param id the patient's id, always the same
 * @param clinicId whose patient
 * @param ownIdentifier the clinic's own number
 * @param name made up
 * @param zone where the patient lives
 * @param therapist the account name of the therapist in charge
 * @param course how the twelve weeks go
 * @param programId the program's id
 * @param startsOn the program's first day
 */
public record DemoPatient(
        UUID id,
        String clinicId,
        String ownIdentifier,
        String name,
        ZoneId zone,
        String therapist,
        Course course,
        UUID programId,
        LocalDate startsOn) {}
