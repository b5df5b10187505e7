package app.backtrack.notification.brand;

import app.backtrack.notification.contact.EmailAddress;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a clinic shows itself in what is sent for it, all of it; what is left out is as shipped. */
@Schema(name = "Branding")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrandContent(
        @Schema(description = "What the clinic calls itself.", examples = "Harbour Physio")
        @Size(min = 1, max = 80)
        @Pattern(regexp = LINE, message = LINE_MESSAGE)
        @Nullable
        String name,

        @Schema(
                description = "Its colour, dark enough to be read on white (4.5 to 1).",
                defaultValue = Brand.COLOUR,
                examples = Brand.COLOUR)
        @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be a colour such as " + Brand.COLOUR)
        @Nullable
        String colour,

        @Schema(
                description =
                        "Where its logo lies, by https. Whoever opens a mail fetches it from there, so its host learns "
                                + "that it was opened; left out, nothing is fetched.",
                examples = "https://harbour-physio.example/logo.png")
        @Size(max = 500)
        @Nullable
        String logo,

        @Schema(description = "A line that says how to reach the clinic.", examples = "Weekdays 8 to 17: 030 555 0100")
        @Size(min = 1, max = 200)
        @Pattern(regexp = LINE, message = LINE_MESSAGE)
        @Nullable
        String contact,

        @Schema(
                description = "Where answers to mails go; left out, they are read by nobody, and mails say so.",
                format = "email",
                examples = "desk@harbour-physio.example")
        @Size(max = EmailAddress.MAX_LENGTH)
        @Pattern(regexp = EmailAddress.FORM, message = "must be an e-mail address")
        @Nullable
        String replyTo,

        @Schema(
                description =
                        "The IANA zone of the clinic, for the quiet hours of clinicians who set no zone of their own.",
                examples = "Europe/Berlin")
        @Nullable
        String zone) {
    private static final String LINE = "[^\\p{Cntrl}\\u2028\\u2029]*";
    private static final String LINE_MESSAGE = "must be one line";

    static BrandContent of(Brand brand) {
        return new BrandContent(
                brand.name(),
                brand.colour(),
                brand.logo() == null ? null : brand.logo().toString(),
                brand.contact(),
                brand.replyTo() == null ? null : brand.replyTo().value(),
                brand.zone() == null ? null : brand.zone().getId());
    }

    /** What is wrong, by JSON Pointer. */
    Map<String, String> flaws() {
        Map<String, String> flaws = new LinkedHashMap<>();
        if (colour != null && !ContrastRules.readable(colour)) {
            flaws.put("/colour", "must be darker, to be read on white");
        }
        if (logo != null && https(logo).isEmpty()) {
            flaws.put("/logo", "must be an https URL without user and fragment");
        }
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            flaws.put("/zone", "must be an IANA time zone such as Europe/Berlin");
        }
        return flaws;
    }

    /** What is said, which must be without a flaw. */
    Brand brand() {
        return new Brand(
                name,
                colour == null ? Brand.COLOUR : colour,
                logo == null ? null : https(logo).orElseThrow(),
                contact,
                replyTo == null ? null : new EmailAddress(replyTo),
                zone == null ? null : ZoneId.of(zone));
    }

    private static Optional<URI> https(String text) {
        try {
            URI uri = new URI(text);
            boolean plain = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
