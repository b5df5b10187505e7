package app.backtrack.program.patient;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request to take a discharged patient on again; zone and therapists are given anew. */
@Schema(name = "EnrolmentAgain")
record CareRequest(
        @Schema(
                description = "IANA time zone of the patient's home; decides which day it is there.",
                examples = "Europe/Berlin")
        @NotNull
        @Size(max = 64)
        String zone,

        @Schema(description = "Clinicians who look after the patient; may be empty.", examples = "[\"thea.harbour\"]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = CLINICIAN, message = CLINICIAN_MESSAGE) String> therapists) {

    /** The form of a clinician's id. */
    static final String CLINICIAN = "[A-Za-z0-9._-]{1,64}";

    static final String CLINICIAN_MESSAGE = "must be 1 to 64 letters, digits, dots, underscores, hyphens";

    /**
     * The zone, if there is such a one.
     *
     * @throws Refusal 422 if there is not
     */
    static String known(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refusal.invalid(Flaw.at("/zone", "must be an IANA time zone such as Europe/Berlin"));
        }
        return zone;
    }

    /** Each id once, in their order. */
    static List<String> sorted(List<String> ids) {
        return ids.stream().distinct().sorted().toList();
    }
}
