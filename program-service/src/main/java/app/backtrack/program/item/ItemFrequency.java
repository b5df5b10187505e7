package app.backtrack.program.item;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.Repetition;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When an item is due, as somebody writes it; each rhythm takes its own members and no others. */
@Schema(name = "ItemFrequency")
public record ItemFrequency(
        @Schema(examples = "times-per-week") @NotNull Repetition repetition,

        @Schema(description = "With times-per-week 1 to 7 a week, with every-few-hours 1 to 12 a day.", examples = "3")
        @Min(1)
        @Max(12)
        @Nullable
        Integer times,

        @Schema(description = "With weekdays: the days.") @Size(min = 1, max = 7) @Nullable
        List<@NotNull DayOfWeek> weekdays,

        @Schema(description = "With every-few-hours: how many hours apart, 1 to 12.") @Dose(max = 12) @Nullable
        Span hours) {

    /** A number of times a program week, 1 to 7. */
    public static ItemFrequency timesPerWeek(int times) {
        return new ItemFrequency(Repetition.TIMES_PER_WEEK, times, null, null);
    }

    /** As events say it; the frequency was checked. */
    Frequency frequency() {
        return new Frequency(repetition, times, weekdays, Span.range(hours));
    }
}
