package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.tracking.care.ProgramView;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which insights hold for a patient at a moment: from facts, decisions and settings alone, however they arrived.
 */
public final class StandingRules {

    /** The longest window of a rule and a week more: what lies before cannot hold on any later day. */
    private static final int WEEKS_THAT_MATTER = 13;

    private static final int DAYS_A_WEEK = 7;

    private StandingRules() {}

    /**
     * All insights that hold, red flags first.
     *
     * @param settings by which each date is judged
     * @param localDate the patient's date to judge on; later facts are left out, but for red flags
     * @param now the instant to judge at, which lies on that date; for what depends on hours
     */
    public static List<Standing> standing(
            ProgressView view, Settings.ByDate settings, LocalDate localDate, Instant now) {
        Moment moment = Moment.of(view, settings, localDate, now);
        List<Standing> standing = new ArrayList<>(RedFlagRules.standing(view));
        for (InsightRule rule : InsightRule.values()) {
            if (rule != InsightRule.RED_FLAG) {
                standing.addAll(standing(rule, moment));
            }
        }
        return List.copyOf(standing);
    }

    /** Those that never wait. */
    public static List<Standing> urgent(ProgressView view) {
        return RedFlagRules.standing(view);
    }

    /** The insights of one rule that hold. */
    public static List<Standing> standing(InsightRule rule, Moment moment) {
        return switch (rule) {
            case TREND_WORSENING ->
                TrendStandingRules.worsening(moment).stream().toList();
            case TREND_IMPROVING ->
                TrendStandingRules.improving(moment).stream().toList();
            case MILESTONE_30 -> TrendStandingRules.milestones(rule, Relief.MODERATE, moment);
            case MILESTONE_50 -> TrendStandingRules.milestones(rule, Relief.SUBSTANTIAL, moment);
            case RED_FLAG -> RedFlagRules.standing(moment.view());
            case PAIN_SPIKE -> SpikeRules.standing(moment).stream().toList();
            case FLARE -> FlareRules.standing(moment);
            case SILENCE -> SilenceRules.silence(moment).stream().toList();
            case LONG_SILENCE -> SilenceRules.longSilence(moment).stream().toList();
            case ADHERENCE_LAPSE -> LapseRules.standing(moment).stream().toList();
            case REVIEW_DUE -> ReviewRules.due(moment);
            case NO_MEANINGFUL_CHANGE -> ReviewRules.noMeaningfulChange(moment);
            case ASYMMETRY_CHANGED -> AsymmetryRules.standing(moment);
        };
    }

    /**
     * When time alone may change what holds: the patient's next midnight, when windows move on, or earlier the end of
     * what silence is allowed. Null where time changes nothing any more: nothing lies in the windows, no flare ends and
     * no program is left that waits for anything.
     */
    public static @Nullable Instant nextChange(
            ProgressView view, Settings.ByDate settings, LocalDate localDate, Instant now) {
        Moment moment = Moment.of(view, settings, localDate, now);
        if (isIdle(moment)) {
            return null;
        }
        Instant midnight = view.care().patient().endOf(localDate);
        Instant deadline = SilenceRules.nextDeadline(moment);
        return deadline != null && deadline.isBefore(midnight) ? deadline : midnight;
    }

    private static boolean isIdle(Moment moment) {
        LocalDate today = moment.localDate();
        boolean recent = !moment.view()
                .weeks()
                .tailMap(IsoWeek.of(today.minusWeeks(WEEKS_THAT_MATTER)))
                .isEmpty();
        return !recent
                && FlareRules.standing(moment).isEmpty()
                && moment.care().programs().values().stream().noneMatch(program -> waits(program, today));
    }

    /** The last review of a program falls due on the day after its weeks. */
    private static boolean waits(ProgramView program, LocalDate today) {
        LocalDate lastReview = program.current()
                .plan()
                .startsOn()
                .plusDays((long) program.current().plan().weeks() * DAYS_A_WEEK);
        boolean ended = program.endedOn().filter(over -> !over.isAfter(today)).isPresent();
        return !ended && !lastReview.isBefore(today);
    }
}
