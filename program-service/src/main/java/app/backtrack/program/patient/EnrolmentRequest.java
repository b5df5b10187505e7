package app.backtrack.program.patient;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to enrol a patient. */
@Schema(name = "Enrolment")
record EnrolmentRequest(
        @Schema(
                description = "IANA time zone of the patient's home; decides which day it is there.",
                examples = "Europe/Berlin")
        @NotNull
        @Size(max = 64)
        String zone,

        @Schema(
                description = "How the clinic's own system names the patient; unique within the clinic.",
                examples = "H-0001")
        @Size(max = 64)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String ownIdentifier,

        @Schema(
                description = "For the clinic's people to read; in no event and no other service.",
                examples = "Ada Muster")
        @Size(max = 200)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String name,

        @Schema(description = "Clinicians who look after the patient; may be empty.", examples = "[\"thea.harbour\"]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String> therapists) {}
