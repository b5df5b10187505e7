package app.backtrack.tracking.progression;

import app.backtrack.tracking.exercise.ExerciseSession;
import app.backtrack.tracking.sides.Asymmetry;
import app.backtrack.tracking.sides.Asymmetry.SideComparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the numbers that a rule saw, by name. What was not there is left out. */
final class Seen {
    private static final int DECIMALS = 2;

    private final TreeMap<String, BigDecimal> byName = new TreeMap<>();

    SortedMap<String, BigDecimal> numbers() {
        return byName;
    }

    Seen number(String name, int value) {
        byName.put(name, BigDecimal.valueOf(value));
        return this;
    }

    /** How many days ago the last of the sessions was. */
    Seen daysSinceLast(List<ExerciseSession> sessions, LocalDate on) {
        return sessions.isEmpty()
                ? this
                : number(
                        "daysSinceLast",
                        Math.toIntExact(
                                ChronoUnit.DAYS.between(sessions.getLast().date(), on)));
    }

    /** The worst pain during the exercise, 0 to 10. */
    Seen worstPain(List<ExerciseSession> sessions) {
        return highest("worstPain", sessions, ExerciseSession::pain);
    }

    /** The highest effort, 0 to 10. */
    Seen highestEffort(List<ExerciseSession> sessions) {
        return highest("highestEffort", sessions, ExerciseSession::effort);
    }

    /** Sessions by side, means in the measure's unit, and the difference with its interval. */
    Seen asymmetry(Asymmetry asymmetry) {
        number("leftSessions", asymmetry.left()).number("rightSessions", asymmetry.right());
        SideComparison figures = asymmetry.comparison();
        if (figures != null) {
            decimal("leftMean", figures.leftMean());
            decimal("rightMean", figures.rightMean());
            decimal("difference", figures.difference());
            decimal("differenceLower", figures.interval().lower());
            decimal("differenceUpper", figures.interval().upper());
            decimal("percent", figures.percent());
        }
        return this;
    }

    private Seen highest(
            String name, List<ExerciseSession> sessions, Function<ExerciseSession, @Nullable Integer> number) {
        sessions.stream()
                .map(number)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .ifPresent(value -> number(name, value));
        return this;
    }

    private void decimal(String name, @Nullable Double value) {
        if (value != null) {
            byName.put(name, BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        }
    }
}
