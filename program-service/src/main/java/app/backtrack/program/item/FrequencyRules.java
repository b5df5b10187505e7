package app.backtrack.program.item;

import app.backtrack.events.Repetition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what contradicts itself in when an item is due. */
final class FrequencyRules {
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private FrequencyRules() {}

    static List<Misfit> misfits(ItemFrequency frequency) {
        List<Misfit> misfits = new ArrayList<>();
        Repetition repetition = frequency.repetition();
        boolean perWeek = repetition == Repetition.TIMES_PER_WEEK;
        boolean perDay = repetition == Repetition.EVERY_FEW_HOURS;
        member("times", frequency.times(), perWeek || perDay, repetition, misfits);
        member("weekdays", frequency.weekdays(), repetition == Repetition.WEEKDAYS, repetition, misfits);
        member("hours", frequency.hours(), perDay, repetition, misfits);
        Integer times = frequency.times();
        if (perWeek && times != null && times > DAYS) {
            misfits.add(new Misfit("/frequency/times", "must be from 1 to 7: a week has seven days"));
        }
        Span hours = frequency.hours();
        if (perDay && times != null && hours != null && (times - 1) * hours.min() >= HOURS) {
            misfits.add(new Misfit("/frequency/hours", "so far apart, so many times do not fit into a day"));
        }
        if (frequency.weekdays() != null
                && new HashSet<>(frequency.weekdays()).size()
                        < frequency.weekdays().size()) {
            misfits.add(new Misfit("/frequency/weekdays", "names a day twice"));
        }
        return misfits;
    }

    private static void member(
            String name, @Nullable Object value, boolean needed, Repetition repetition, List<Misfit> misfits) {
        if (needed && value == null) {
            misfits.add(new Misfit("/frequency/" + name, "is needed with " + repetition.wireName()));
        } else if (!needed && value != null) {
            misfits.add(new Misfit("/frequency/" + name, "does not go with " + repetition.wireName()));
        }
    }
}
