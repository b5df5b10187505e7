package app.backtrack.tracking.trend;

import app.backtrack.events.PainContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Pain diaries written as text: one character a day, a digit for a score, X for 10, a dot for a day without one. */
final class Diary {

    static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);

    private Diary() {}

    /** A diary whose last character is {@link #UNTIL}; blanks between weeks do not count. */
    static DailySeries of(String text) {
        return of(PainContext.AVERAGE_24H, text);
    }

    static DailySeries of(PainContext context, String text) {
        String days = text.replace(" ", "");
        return from(UNTIL.minusDays(days.length() - 1), context, days);
    }

    static DailySeries from(LocalDate first, PainContext context, String text) {
        List<DailyValue> values = new ArrayList<>();
        for (int day = 0; day < text.length(); day++) {
            char score = text.charAt(day);
            if (score != '.') {
                int points = score == 'X' ? 10 : Character.digit(score, 10);
                values.add(new DailyValue(first.plusDays(day), points, 1));
            }
        }
        return new DailySeries(context, values);
    }

    static DailyScores scores(DailySeries... series) {
        Map<PainContext, DailySeries> byContext = new EnumMap<>(PainContext.class);
        for (DailySeries one : series) {
            byContext.put(one.context(), one);
        }
        return new DailyScores(byContext);
    }

    /** Diaries of up to 14 weeks: full, thinned and with single scores only. */
    static Arbitrary<String> any() {
        return Arbitraries.of(".", ".45", "0123456789X", "...........7", "33", "56.", "2468")
                .flatMap(letters -> Arbitraries.strings()
                        .withChars(letters.toCharArray())
                        .ofMinLength(1)
                        .ofMaxLength(28))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .map(text -> text.substring(0, Math.min(98, text.length())));
    }
}
