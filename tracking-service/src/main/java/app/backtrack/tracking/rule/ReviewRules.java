package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.tracking.care.ProgramView;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.trend.Changes;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.ProgramChange;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import app.backtrack.tracking.trend.Thresholds;
import app.backtrack.tracking.trend.TrendRules;
import app.backtrack.tracking.trend.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of a program, due on the day after its weeks 4, 6, 8 and 12, each over all weeks so far. Less discomfort
 * is to be expected at 4 to 6 weeks and strength at 8 to 12, so nothing is said of a lack of change before the review
 * of week 6, and then only where there is data enough.
 */
final class ReviewRules {

    private static final List<Integer> WEEKS = List.of(4, 6, 8, 12);
    private static final List<Integer> WEEKS_OF_NO_CHANGE = List.of(6, 12);

    private ReviewRules() {}

    static List<Standing> due(Moment moment) {
        return reviews(moment).stream()
                .map(review -> review.standing(InsightRule.REVIEW_DUE))
                .toList();
    }

    static List<Standing> noMeaningfulChange(Moment moment) {
        return reviews(moment).stream()
                .filter(review -> WEEKS_OF_NO_CHANGE.contains(review.week()) && review.outcome() == Outcome.NO_CHANGE)
                .map(review -> review.standing(InsightRule.NO_MEANINGFUL_CHANGE))
                .toList();
    }

    /** What a review finds; the words tell the next review what was before. */
    private enum Outcome {
        THIN("too-few-days"),
        IMPROVED("improved"),
        NO_CHANGE("no-meaningful-change");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    private record Review(
            int week,
            LocalDate programStart,
            DailySeries series,
            int scoredDays,
            Changes changes,
            int daysNeeded,
            @Nullable Outcome before) {

        LocalDate lastDay() {
            return programStart.plusWeeks(week).minusDays(1);
        }

        /**
         * Improved is what patients call so from their baseline, or at least moderate relief. A baseline that leaves no
         * room for that counts as improved: there is nothing that could be missed.
         */
        Outcome outcome() {
            ProgramChange change = changes.programChange();
            Double meaningful = meaningful();
            if (daysNeeded > 0 || change == null || meaningful == null) {
                return Outcome.THIN;
            }
            boolean relief = change.relief() != null && change.relief() != Relief.NONE;
            boolean noRoom = changes.baseline() != null && changes.baseline().mean() < meaningful;
            return relief || noRoom || change.points() <= -meaningful ? Outcome.IMPROVED : Outcome.NO_CHANGE;
        }

        private @Nullable Double meaningful() {
            return changes.baseline() == null
                    ? null
                    : Double.valueOf(
                            Thresholds.forStart(changes.baseline().mean()).improvement());
        }

        Standing standing(InsightRule rule) {
            return Standing.of(
                    rule,
                    lastDay().plusDays(1),
                    "week-" + week,
                    before == null ? null : before.word,
                    numbers(),
                    EvidenceSpan.scores(series.context(), programStart, lastDay()));
        }

        private SortedMap<String, BigDecimal> numbers() {
            ProgramChange change = changes.programChange();
            Numbers numbers = new Numbers()
                    .count("week", week)
                    .count("scoredDays", scoredDays)
                    .points(
                            "baseline",
                            changes.baseline() == null
                                    ? null
                                    : changes.baseline().mean())
                    .points(
                            "current",
                            changes.current() == null ? null : changes.current().mean())
                    .points("programChange", change == null ? null : change.points())
                    .points("programChangePercent", change == null ? null : change.percent())
                    .points("meaningfulChange", meaningful());
            return (daysNeeded > 0 ? numbers.count("daysNeeded", daysNeeded) : numbers).byName();
        }
    }

    private static List<Review> reviews(Moment moment) {
        List<Review> reviews = new ArrayList<>();
        for (ProgramView program : moment.care().programs().values()) {
            LocalDate start = program.current().plan().startsOn();
            Outcome before = null;
            for (int week : WEEKS) {
                LocalDate lastDay = start.plusWeeks(week).minusDays(1);
                if (lastDay.isBefore(moment.localDate()) && isReviewed(program, week, lastDay, moment)) {
                    Review review = review(start, week, lastDay, moment, before);
                    before = review.outcome();
                    reviews.add(review);
                }
            }
        }
        return reviews;
    }

    /** Whether the program was planned that long, had not ended by then, and the patient was in care. */
    private static boolean isReviewed(ProgramView program, int week, LocalDate lastDay, Moment moment) {
        return moment.inCareOn(lastDay)
                && program.underWayOn(lastDay)
                        .filter(version -> version.plan().weeks() >= week)
                        .isPresent();
    }

    private static Review review(
            LocalDate start, int week, LocalDate lastDay, Moment moment, @Nullable Outcome before) {
        Window window = new Window(lastDay, week);
        DailySeries series = moment.scores().choose(window, null);
        return new Review(
                week,
                start,
                series,
                window.of(series).size(),
                TrendRules.changes(series, window, start),
                TrendRules.daysNeeded(series, window, start),
                before);
    }
}
