package app.backtrack.notification.preference;

import app.backtrack.notification.preference.PreferenceContent.Span;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody wants to be told, and what follows from it now. */
@Schema(name = "PreferencesInForce")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreferenceAnswer(
        @Schema(description = "What was said, with every switch; members that are missing follow from clinic and home.")
        PreferenceContent preferences,

        @Schema(
                description =
                        "By which zone the caller is told now; missing while the clinics' settings are being read.",
                examples = "Europe/Berlin")
        @Nullable
        String zoneNow,

        @Schema(description = "The quiet hours in force; missing while the clinics' settings are being read.") @Nullable
        Span quietHoursNow) {

    static PreferenceAnswer of(PreferenceContent content, Wishes wishes, Instant now) {
        QuietSpan quiet = wishes.quietHours();
        return new PreferenceAnswer(
                content,
                wishes.home().zoneOn(wishes.home().today(now)).getId(),
                new Span(quiet.from().toString(), quiet.until().toString()));
    }

    static PreferenceAnswer of(PreferenceContent content) {
        return new PreferenceAnswer(content, null, null);
    }
}
