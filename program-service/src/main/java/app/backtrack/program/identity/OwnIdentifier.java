package app.backtrack.program.identity;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one of the clinic's own systems names a patient; no two patients of a clinic have the same. */
@Schema(name = "OwnIdentifier")
public record OwnIdentifier(
        @Schema(
                description = "Names the system that gave it, best as a URI; visible ASCII characters.",
                examples = "urn:example:harbour-charts")
        @NotNull
        @Pattern(regexp = "[!-~]{1,200}", message = "must be 1 to 200 visible ASCII characters without blanks")
        String system,

        @Schema(description = "What that system calls the patient.", examples = "H-0001")
        @NotNull
        @Size(max = 64)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String value) {}
