package app.backtrack.notification.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a clinician is reached.
 *
 * @param email an e-mail address in ASCII, at most 254 characters
 */
@Schema(name = "Mailbox")
record MailboxContent(
        @NotNull
        @Size(max = EmailAddress.MAX_LENGTH)
        @Pattern(regexp = EmailAddress.FORM, message = "must be an e-mail address")
        @Schema(required = true, format = "email", examples = "thea@harbour-physio.example")
        String email) {

    @Override
    public String toString() {
        return "MailboxContent[]";
    }
}
