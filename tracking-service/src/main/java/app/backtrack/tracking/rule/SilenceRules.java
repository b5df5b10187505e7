package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progress.WeekView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nothing was heard of a patient who has something to do: counted from what came last, but not from before the program
 * asked for anything, or goes on asking after a pause. A paused program, one past its weeks and a discharge end it.
 */
final class SilenceRules {

    private SilenceRules() {}

    static Optional<Standing> silence(Moment moment) {
        Duration limit = settings(moment).silence();
        SortedMap<String, BigDecimal> numbers =
                new Numbers().count("hours", (int) limit.toHours()).byName();
        return quiet(moment)
                .flatMap(quiet -> quiet.standing(
                        InsightRule.SILENCE, limit, moment, quiet.heard() == null ? "never-heard" : "heard", numbers));
    }

    static Optional<Standing> longSilence(Moment moment) {
        Duration limit = settings(moment).longSilence();
        SortedMap<String, BigDecimal> numbers =
                new Numbers().count("days", (int) limit.toDays()).byName();
        return quiet(moment)
                .flatMap(quiet -> quiet.standing(InsightRule.LONG_SILENCE, limit, moment, "silence", numbers));
    }

    /**
     * The next instant after the moment at which a silence begins to stand if nothing is heard; null where none does.
     */
    static @Nullable Instant nextDeadline(Moment moment) {
        Settings settings = settings(moment);
        return quiet(moment).stream()
                .flatMap(quiet -> Stream.of(
                        quiet.from().plus(settings.silence()), quiet.from().plus(settings.longSilence())))
                .filter(moment.now()::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Settings settings(Moment moment) {
        return moment.settings().on(moment.localDate());
    }

    /**
     * A span without a word.
     *
     * @param from since when it is counted
     * @param heard when the patient was last heard of; null for never
     */
    private record Quiet(Instant from, @Nullable Instant heard) {

        Optional<Standing> standing(
                InsightRule rule, Duration limit, Moment moment, String before, SortedMap<String, BigDecimal> numbers) {
            Instant deadline = from.plus(limit);
            if (moment.now().isBefore(deadline)) {
                return Optional.empty();
            }
            LocalDate since = moment.care().patient().today(deadline);
            return Optional.of(Standing.of(rule, since, null, before, numbers, lastWord(moment.view(), heard)));
        }
    }

    /** Empty where nothing is asked of the patient on the moment's date. */
    private static Optional<Quiet> quiet(Moment moment) {
        List<ProgramHistory> programs = moment.care().histories();
        LocalDate date = moment.localDate();
        Optional<Instant> prescribed = asking(moment, programs, date);
        if (prescribed.isEmpty()) {
            return Optional.empty();
        }
        Instant heard = moment.view().lastHeard();
        PatientView home = moment.care().patient();
        ZoneId zone = home.zone(moment.now());
        LocalDate begun = date;
        while (isAfter(begun.atStartOfDay(zone).toInstant(), heard)
                && asking(moment, programs, begun.minusDays(1)).isPresent()) {
            begun = begun.minusDays(1);
        }
        Instant from = begun.atStartOfDay(zone).toInstant();
        return Optional.of(new Quiet(latest(latest(from, prescribed.get()), heard), heard));
    }

    /** When the program that asks for something on a date was prescribed; empty where none does. */
    private static Optional<Instant> asking(Moment moment, List<ProgramHistory> programs, LocalDate date) {
        if (!moment.inCareOn(date)) {
            return Optional.empty();
        }
        return ScheduleRules.dueOn(programs, date)
                .filter(day -> day.state() == DayState.UNDER_WAY)
                .flatMap(day -> programs.stream()
                        .filter(program -> program.programId().equals(day.programId()))
                        .findFirst())
                .map(program -> program.versions().getFirst().recordedAt());
    }

    private static boolean isAfter(Instant instant, @Nullable Instant heard) {
        return heard == null || instant.isAfter(heard);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static @Nullable EvidenceSpan lastWord(ProgressView view, @Nullable Instant heard) {
        EvidenceSpan found = null;
        for (Map.Entry<String, WeekView> week : view.weeks().entrySet()) {
            if (heard != null && heard.equals(week.getValue().lastHeard())) {
                found = EvidenceSpan.recordedAt(heard, week.getKey());
            }
        }
        return found;
    }
}
