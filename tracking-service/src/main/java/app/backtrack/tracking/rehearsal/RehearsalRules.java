package app.backtrack.tracking.rehearsal;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.InsightRule;
import app.backtrack.events.Role;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progress.WeekView;
import app.backtrack.tracking.rule.AsymmetryRules;
import app.backtrack.tracking.rule.Moment;
import app.backtrack.tracking.rule.StandingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a rule would have fired for a patient: judges each day of a span, by the facts and decisions as they are
 * known now. Only silence depends on when facts were recorded, and goes by that.
 */
public final class RehearsalRules {

    private RehearsalRules() {}

    /**
     * The dates since which the rule's insights would have stood, ascending; a date comes twice where two began on it.
     *
     * @param view the patient's progress
     * @param journal the patient's facts with their times of recording; needed for the rules of silence only
     * @param settings by which each date is judged
     * @param from the first patient-local date
     * @param through the last one, not before {@code from}
     */
    public static List<LocalDate> fired(
            InsightRule rule,
            ProgressView view,
            Collection<JournalEntry> journal,
            Settings.ByDate settings,
            LocalDate from,
            LocalDate through) {
        Stream<Standing> standing = switch (rule) {
            case SILENCE, LONG_SILENCE -> silences(rule, view.care(), heard(journal), settings, from, through);
            // What a clinician has closed by now was raised all the same.
            case RED_FLAG -> at(rule, unclosed(view), settings, through);
            // Once they stand, they do to the end.
            case MILESTONE_30, MILESTONE_50, REVIEW_DUE, NO_MEANINGFUL_CHANGE -> at(rule, view, settings, through);
            case TREND_WORSENING, TREND_IMPROVING, PAIN_SPIKE, ADHERENCE_LAPSE ->
                runs(rule, view, settings, from, through);
            case ASYMMETRY_CHANGED ->
                from.datesUntil(through.plusDays(1))
                        .map(date -> Moment.of(view, settings, date, endOf(date, view.care())))
                        .flatMap(AsymmetryRules::begun);
            case FLARE -> from.datesUntil(through.plusDays(1)).flatMap(date -> at(rule, view, settings, date));
        };
        TreeMap<String, LocalDate> byId = new TreeMap<>();
        standing.filter(one -> !one.since().isBefore(from) && !one.since().isAfter(through))
                .forEach(one -> byId.put(one.insightId(), one.since()));
        return byId.values().stream().sorted().toList();
    }

    private static Stream<Standing> at(InsightRule rule, ProgressView view, Settings.ByDate settings, LocalDate date) {
        return StandingRules.standing(rule, Moment.of(view, settings, date, endOf(date, view.care()))).stream();
    }

    /** Backwards from run to run: each is judged on its last day, and then all days of it are done with. */
    private static Stream<Standing> runs(
            InsightRule rule, ProgressView view, Settings.ByDate settings, LocalDate from, LocalDate through) {
        Moment moment = Moment.of(view, settings, through, endOf(through, view.care()));
        Stream.Builder<Standing> found = Stream.builder();
        LocalDate date = through;
        while (!date.isBefore(from)) {
            List<Standing> standing = StandingRules.standing(rule, moment.at(date, endOf(date, view.care())));
            standing.forEach(found::add);
            date = (standing.isEmpty() ? date : standing.getFirst().since()).minusDays(1);
        }
        return found.build();
    }

    /** Judged just before each word of the patient and at the end of each day, by what had been heard until then. */
    private static Stream<Standing> silences(
            InsightRule rule,
            CareView care,
            NavigableSet<Instant> heard,
            Settings.ByDate settings,
            LocalDate from,
            LocalDate through) {
        NavigableSet<Instant> moments = new TreeSet<>();
        from.datesUntil(through.plusDays(1)).map(date -> endOf(date, care)).forEach(moments::add);
        heard.subSet(endOf(from.minusDays(1), care), endOf(through, care)).stream()
                .map(instant -> instant.minusMillis(1))
                .forEach(moments::add);
        return moments.stream().flatMap(now -> {
            LocalDate date = care.patient().today(now);
            ProgressView known = lastHeardAt(heard.floor(now), care);
            return StandingRules.standing(rule, Moment.of(known, settings, date, now)).stream();
        });
    }

    private static ProgressView lastHeardAt(@Nullable Instant instant, CareView care) {
        TreeMap<String, WeekView> weeks = new TreeMap<>();
        if (instant != null) {
            LocalDate date = care.patient().today(instant);
            weeks.put(IsoWeek.of(date), new WeekView(new TreeMap<>(), List.of(), instant));
        }
        return new ProgressView(care, weeks);
    }

    private static NavigableSet<Instant> heard(Collection<JournalEntry> journal) {
        TreeSet<Instant> heard = new TreeSet<>();
        journal.stream()
                .filter(entry -> entry.actor().role() == Role.PATIENT && entry.fact() instanceof Report)
                .map(JournalEntry::recordedAt)
                .forEach(heard::add);
        return heard;
    }

    private static ProgressView unclosed(ProgressView view) {
        CareView care = view.care();
        return view.with(new CareView(care.patient(), care.programs(), new TreeMap<>()));
    }

    private static Instant endOf(LocalDate date, CareView care) {
        return care.patient().endOf(date).minusMillis(1);
    }
}
