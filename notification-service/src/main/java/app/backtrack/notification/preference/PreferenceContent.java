package app.backtrack.notification.preference;

import app.backtrack.events.NotificationChannel;
import app.backtrack.events.WireName;
import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.preference.Preference.Switch;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody wants to be told, all of it; what is left out is as shipped. */
@Schema(name = "Preferences")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreferenceContent(
        @Schema(
                description = "The language of what is sent.",
                type = SchemaType.STRING,
                enumeration = {"en", "de"},
                defaultValue = "en",
                examples = "en")
        @Nullable
        Language language,

        @Schema(
                description =
                        "The IANA zone of the caller's clock. Left out: a patient's home, or where the clinic says it is.",
                examples = "Europe/Berlin")
        @Nullable
        String zone,

        @Schema(
                description =
                        "When nothing is sent that can wait, by the caller's clock; at most 22 hours. The same from "
                                + "and until for never. Left out: as the clinic set it.")
        @Valid
        @Nullable
        Span quietHours,

        @Schema(
                description =
                        "What is told by which channel, by kind; what is left out is on. Clinicians have `red-flag` "
                                + "(cannot be off) and `alert`; patients `session-due`, `posture-reset`, `weekly-checklist`, "
                                + "`nothing-logged` and `milestone`.",
                examples = "{\"alert\": {\"email\": true, \"web-push\": false}}")
        @Nullable
        Map<String, @Nullable Switches> kinds,

        @Schema(
                description =
                        "The most messages of a day by the caller's calendar, red flags aside. Alerts beyond it come with "
                                + "the next digest, reminders do not come. Left out: 20 for clinicians, 8 for patients.",
                examples = "20")
        @Min(Preference.MIN_PER_DAY)
        @Max(Preference.MAX_PER_DAY)
        @Nullable
        Integer perDay,

        @Schema(
                description = "The hour at which alerts come as one daily message. Left out: each as it is found.",
                examples = "8")
        @Min(0)
        @Max(23)
        @Nullable
        Integer digestHour) {
    /** Leaves two hours in which something can be told at all. */
    private static final Duration LONGEST_SPAN = Duration.ofHours(22);

    /** The channels of a kind; what is left out is on. */
    @Schema(name = "ChannelSwitches")
    record Switches(
            @Schema(examples = "true") @Nullable Boolean email,

            @Schema(name = "web-push", examples = "false") @JsonProperty("web-push") @Nullable
            Boolean webPush) {

        private static Switches of(Preference preference, NoticeKind kind) {
            return new Switches(
                    preference.allows(kind, NotificationChannel.EMAIL),
                    preference.allows(kind, NotificationChannel.WEB_PUSH));
        }

        private Set<NotificationChannel> off() {
            Set<NotificationChannel> off = EnumSet.noneOf(NotificationChannel.class);
            if (Boolean.FALSE.equals(email)) {
                off.add(NotificationChannel.EMAIL);
            }
            if (Boolean.FALSE.equals(webPush)) {
                off.add(NotificationChannel.WEB_PUSH);
            }
            return off;
        }
    }

    /** A span of each day; it may pass midnight. */
    @Schema(name = "QuietSpan")
    record Span(
            @Schema(description = "When it begins, HH:MM.", examples = "21:00")
            @NotNull
            @Pattern(regexp = HH_MM, message = HH_MM_MESSAGE)
            String from,

            @Schema(description = "When it ends, HH:MM; the same for no quiet hours.", examples = "08:00")
            @NotNull
            @Pattern(regexp = HH_MM, message = HH_MM_MESSAGE)
            String until) {
        private static final String HH_MM = "([01][0-9]|2[0-3]):[0-5][0-9]";
        private static final String HH_MM_MESSAGE = "must be a time from 00:00 to 23:59, as HH:MM";

        private QuietSpan span() {
            return new QuietSpan(LocalTime.parse(from), LocalTime.parse(until));
        }
    }

    /** What somebody said, with every switch of theirs. */
    static PreferenceContent of(Recipient recipient, Preference preference) {
        Map<String, @Nullable Switches> kinds = new LinkedHashMap<>();
        NoticeKind.of(recipient).forEach(kind -> kinds.put(kind.wireName(), Switches.of(preference, kind)));
        QuietSpan quiet = preference.quietHours();
        return new PreferenceContent(
                preference.language(),
                preference.zone() == null ? null : preference.zone().getId(),
                quiet == null
                        ? null
                        : new Span(quiet.from().toString(), quiet.until().toString()),
                kinds,
                preference.perDay(),
                preference.digestHour());
    }

    /** What is wrong for a recipient, by JSON Pointer. */
    Map<String, String> flaws(Recipient recipient) {
        Map<String, String> flaws = new LinkedHashMap<>();
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            flaws.put("/zone", "must be an IANA time zone such as Europe/Berlin");
        }
        if (quietHours != null && tooLong(quietHours.span())) {
            flaws.put("/quietHours/until", "must be at most 22 hours after from");
        }
        for (Map.Entry<String, @Nullable Switches> each : switches().entrySet()) {
            flawOf(recipient, each.getKey(), each.getValue()).forEach(flaws::put);
        }
        return flaws;
    }

    private static Map<String, String> flawOf(Recipient recipient, String name, @Nullable Switches switches) {
        Optional<NoticeKind> kind = WireName.find(NoticeKind.class, name)
                .filter(known -> NoticeKind.of(recipient).contains(known));
        String place = "/kinds/" + name.replace("~", "~0").replace("/", "~1");
        if (kind.isEmpty()) {
            return Map.of(place, "is no kind of the caller's");
        }
        if (switches == null) {
            return Map.of(place, "must be an object");
        }
        return kind.get().passesEverything()
                ? switches.off().stream()
                        .collect(Collectors.toMap(
                                channel -> place + "/" + channel.wireName(), channel -> "cannot be switched off"))
                : Map.of();
    }

    /** What is said, which must be without a flaw. */
    Preference preference(Recipient recipient) {
        Preference shipped = Preference.shipped(recipient);
        Set<Switch> off = new HashSet<>();
        for (Map.Entry<String, @Nullable Switches> each : switches().entrySet()) {
            NoticeKind kind = WireName.find(NoticeKind.class, each.getKey()).orElseThrow();
            if (each.getValue() != null) {
                each.getValue().off().forEach(channel -> off.add(new Switch(kind, channel)));
            }
        }
        return new Preference(
                language == null ? shipped.language() : language,
                zone == null ? null : ZoneId.of(zone),
                quietHours == null ? null : quietHours.span(),
                off,
                perDay == null ? shipped.perDay() : perDay,
                digestHour);
    }

    private Map<String, @Nullable Switches> switches() {
        return kinds == null ? Map.of() : kinds;
    }

    private static boolean tooLong(QuietSpan span) {
        long seconds = Math.floorMod(
                span.until().toSecondOfDay() - span.from().toSecondOfDay(),
                Duration.ofDays(1).toSeconds());
        return seconds > LONGEST_SPAN.toSeconds();
    }
}
