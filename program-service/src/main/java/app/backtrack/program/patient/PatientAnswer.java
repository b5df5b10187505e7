package app.backtrack.program.patient;

import app.backtrack.events.PatientId;
import app.backtrack.program.identity.OwnIdentifier;
import app.backtrack.program.identity.PatientIdentity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient as the clinic sees them. */
@Schema(name = "Patient")
record PatientAnswer(
        @Schema(implementation = java.util.UUID.class) PatientId patientId,

        @Schema(description = "Number of the current version of the patient's care, from 1; also the ETag.")
        int version,

        CareStatus status,

        @Schema(description = "IANA zone of the patient's home as it is now.", examples = "Europe/Berlin")
        String zone,

        List<String> therapists,

        @Schema(description = "The patient's local date of the last enrolment.")
        LocalDate enrolledOn,

        @Schema(description = "The patient's local date of the last day in care; null while in care.") @Nullable
        LocalDate dischargedOn,

        @Nullable String name,
        @Nullable Integer birthYear,
        List<OwnIdentifier> identifiers,

        @Schema(description = "What was done, and may not be what was meant; only in answers to changes.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Warning> warnings) {

    static PatientAnswer of(Patient patient, Instant now) {
        return of(patient, now, List.of());
    }

    static PatientAnswer of(Patient patient, Instant now, List<Warning> warnings) {
        Care care = patient.care();
        PatientIdentity identity = patient.identity().content();
        return new PatientAnswer(
                patient.ref().patient(),
                care.version(),
                care.status(),
                ZonesAnswer.zone(care, now),
                care.therapists(),
                care.enrolledOn(),
                care.dischargedOn(),
                identity.name(),
                identity.birthYear(),
                identity.identifiers(),
                warnings);
    }

    /** One page of a clinic's patients, in the order of their ids. */
    @Schema(name = "Patients")
    record Listing(
            List<PatientAnswer> patients,

            @Schema(description = "For the next page; null on the last.") @Nullable
            String cursor) {}

    /** Something that was done, and may not be what was meant. */
    @Schema(name = "PatientWarning")
    record Warning(
            @Schema(enumeration = "unknown-clinician") String code,

            @Schema(description = "JSON Pointer into the request.", examples = "/therapists/0")
            String pointer,

            String detail) {

        static Warning unknownClinician(int index) {
            return new Warning(
                    "unknown-clinician",
                    "/therapists/" + index,
                    "No other patient has this therapist and the clinic has not named them: check the spelling, or name "
                            + "them with PUT /v1/clinicians/{clinicianId}.");
        }
    }
}
