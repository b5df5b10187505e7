package app.backtrack.notification.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient is reached.
 *
 * @param email where mail goes; missing while no address was shown to be the patient's
 * @param unverified an address that a code was mailed to, and that nothing else is sent to; missing where there is none
 */
@Schema(name = "PatientMailbox")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatientMailbox(
        @Schema(examples = "pat@mail.example") @Nullable String email,

        @Schema(examples = "pat@new.example") @Nullable String unverified) {

    @Override
    public String toString() {
        return "PatientMailbox[]";
    }

    /**
     * The code that came by mail.
     *
     * @param code six digits
     */
    @Schema(name = "MailedCode")
    record Code(
            @NotNull
            @Pattern(regexp = "\\d{6}", message = "must be six digits")
            @Schema(required = true, examples = "123456")
            String code) {

        @Override
        public String toString() {
            return "Code[]";
        }
    }
}
