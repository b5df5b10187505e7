package app.backtrack.notification.reminder;

import app.backtrack.notification.reminder.ReminderTimes.Checklist;
import app.backtrack.notification.reminder.ReminderTimes.PostureHours;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a patient wants to be reminded of what, all of it, by the clock where they are; of what is left out, never. */
@Schema(name = "ReminderTimes")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderContent(
        @Schema(required = true, description = "Whether the patient wants to be reminded at all.", examples = "true")
        @NotNull
        Boolean on,

        @Schema(description = "When to be reminded of a session that is due and not logged yet.", examples = "17:00")
        @Pattern(regexp = ReminderContent.TIME, message = "must be a time such as 17:00")
        @Nullable
        String sessionAt,

        @Schema(description = "Within which hours to be reminded to change posture, on days that ask for it.")
        @Valid
        @Nullable
        Posture posture,

        @Schema(description = "When to be reminded of the week's checklist.") @Valid @Nullable
        Weekly checklist,

        @Schema(
                description =
                        "When to be asked, on a day on which something was due and nothing at all was logged yet.",
                examples = "20:00")
        @Pattern(regexp = ReminderContent.TIME, message = "must be a time such as 17:00")
        @Nullable
        String nothingLoggedAt) {
    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String TIME_WANTED = "must be a time such as 17:00";
    private static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    /** Hours of posture resets. */
    @Schema(name = "PostureHours")
    record Posture(
            @Schema(required = true, description = "The first one.", examples = "09:00")
            @NotNull
            @Pattern(regexp = TIME, message = TIME_WANTED)
            String from,

            @Schema(required = true, description = "None later; not before `from`.", examples = "17:00")
            @NotNull
            @Pattern(regexp = TIME, message = TIME_WANTED)
            String until,

            @Schema(required = true, description = "How far apart, in minutes.", examples = "150")
            @NotNull
            @Min(PostureHours.MIN_APART)
            @Max(PostureHours.MAX_APART)
            Integer everyMinutes) {}

    /** A moment of each week. */
    @Schema(name = "WeeklyTime")
    record Weekly(
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    enumeration = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
                    examples = "sunday")
            @NotNull
            @Pattern(regexp = DAYS, message = "must be a day such as sunday")
            String day,

            @Schema(required = true, examples = "18:00") @NotNull @Pattern(regexp = TIME, message = TIME_WANTED)
            String at) {}

    static ReminderContent of(ReminderTimes times) {
        PostureHours posture = times.posture();
        Checklist checklist = times.checklist();
        return new ReminderContent(
                times.on(),
                text(times.sessionAt()),
                posture == null
                        ? null
                        : new Posture(posture.from().toString(), posture.until().toString(), posture.everyMinutes()),
                checklist == null
                        ? null
                        : new Weekly(
                                checklist.day().name().toLowerCase(Locale.ROOT),
                                checklist.at().toString()),
                text(times.nothingLoggedAt()));
    }

    /** Whether the hours of posture resets end before they begin. */
    boolean endsBeforeItBegins() {
        return posture != null && LocalTime.parse(posture.until()).isBefore(LocalTime.parse(posture.from()));
    }

    /** What is said, which must be without a flaw. */
    ReminderTimes times() {
        return new ReminderTimes(
                on,
                time(sessionAt),
                posture == null
                        ? null
                        : new PostureHours(
                                LocalTime.parse(posture.from()),
                                LocalTime.parse(posture.until()),
                                posture.everyMinutes()),
                checklist == null
                        ? null
                        : new Checklist(
                                DayOfWeek.valueOf(checklist.day().toUpperCase(Locale.ROOT)),
                                LocalTime.parse(checklist.at())),
                time(nothingLoggedAt));
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
