package app.backtrack.program.erasure;

import app.backtrack.events.ErasureReason;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request to erase a patient. */
@Schema(name = "ErasureRequest")
record ErasureRequest(
        @Schema(
                description = "The patient's id once more, so that nobody is erased by a slip of the path.",
                examples = "0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f")
        @NotNull
        String patientId,

        @Schema(
                description = "Why. It stays readable for good.",
                type = SchemaType.STRING,
                enumeration = {"patient-request", "consent-withdrawn", "entered-by-mistake"})
        @NotNull
        ErasureReason reason) {}
