package app.backtrack.tracking.monitoring;

import app.backtrack.events.FactEvent;
import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.PainEvent.FlareDeclared;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.PatientId;
import app.backtrack.events.Role;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SelfCheckRecorded;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalRules;
import app.backtrack.tracking.monitoring.MonitoringLedger.Day;
import app.backtrack.tracking.monitoring.MonitoringLedger.Month;
import app.backtrack.tracking.monitoring.MonitoringLedger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the days on which a patient reported something, in periods of 30 days, and clinicians' minutes by calendar
 * month. A day counts once however much was reported, and only for reports that came from the patient: what a clinician
 * or a clinic's system entered for them proves no remote monitoring. A report that somebody else corrected stays the
 * patient's, on the date that the correction says.
 */
final class MonitoringRules {
    private static final int PERIOD_DAYS = 30;

    private MonitoringRules() {}

    /** The first date whose reports bear on a ledger: minutes are counted by whole months. */
    static LocalDate firstNeeded(LocalDate from) {
        return from.withDayOfMonth(1);
    }

    /**
     * The ledger.
     *
     * @param journal all entries that bear on the dates from {@link #firstNeeded} on
     * @param from the first day of the first period
     * @param today the patient's date; the last period is the one that it lies in
     */
    static MonitoringLedger ledger(
            PatientId patient, Collection<JournalEntry> journal, LocalDate from, LocalDate today) {
        SortedMap<LocalDate, List<String>> proofs = new TreeMap<>();
        SortedMap<YearMonth, List<CareTimeLogged>> care = new TreeMap<>();
        for (FactHistory history : JournalRules.resolve(journal).values()) {
            FactEvent winner = history.winner().fact();
            if (winner instanceof CareTimeLogged time) {
                care.computeIfAbsent(YearMonth.from(time.localDate()), any -> new ArrayList<>())
                        .add(time);
            } else if (winner instanceof Report report && qualifies(report) && isPatients(history)) {
                proofs.computeIfAbsent(report.localDate(), any -> new ArrayList<>())
                        .add(report.eventId());
            }
        }
        List<Period> periods = periods(proofs, from, today);
        return new MonitoringLedger(patient, from, today, MonitoringLedger.NOTICE, periods, months(care, from, today));
    }

    /** What of a ledger touches a span, both ends included: periods and months stay whole. */
    static MonitoringLedger touching(MonitoringLedger ledger, LocalDate from, LocalDate through) {
        return new MonitoringLedger(
                ledger.patientId(),
                ledger.from(),
                ledger.until(),
                ledger.notice(),
                ledger.periods().stream()
                        .filter(period ->
                                !period.until().isBefore(from) && !period.from().isAfter(through))
                        .toList(),
                ledger.months().stream()
                        .filter(month -> touches(YearMonth.parse(month.month()), from, through))
                        .toList());
    }

    private static boolean touches(YearMonth month, LocalDate from, LocalDate through) {
        return !month.atEndOfMonth().isBefore(from) && !month.atDay(1).isAfter(through);
    }

    private static List<Period> periods(SortedMap<LocalDate, List<String>> proofs, LocalDate from, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        boolean setUp = false;
        for (LocalDate start = from; !start.isAfter(today); start = start.plusDays(PERIOD_DAYS)) {
            LocalDate next = start.plusDays(PERIOD_DAYS);
            List<Day> days = proofs.subMap(start, next).entrySet().stream()
                    .map(day -> new Day(day.getKey(), day.getValue()))
                    .toList();
            periods.add(new Period(
                    start,
                    next.minusDays(1),
                    !next.isAfter(today),
                    days.size(),
                    days,
                    CodeRules.ofDays(start, days.size(), !setUp)));
            setUp |= CodeRules.reachesSetUp(start, days.size());
        }
        return periods;
    }

    private static List<Month> months(
            SortedMap<YearMonth, List<CareTimeLogged>> care, LocalDate from, LocalDate today) {
        List<Month> months = new ArrayList<>();
        YearMonth last = YearMonth.from(today);
        for (YearMonth month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
            List<CareTimeLogged> times = care.getOrDefault(month, List.of());
            int minutes = times.stream().mapToInt(CareTimeLogged::minutes).sum();
            boolean live = times.stream().anyMatch(CareTimeLogged::live);
            months.add(new Month(
                    month.toString(),
                    minutes,
                    live,
                    times.stream().map(FactEvent::eventId).toList(),
                    CodeRules.ofMinutes(month, minutes, live)));
        }
        return months;
    }

    private static boolean isPatients(FactHistory history) {
        return history.entries().stream()
                .anyMatch(
                        entry -> entry.fact() instanceof Report && entry.actor().role() == Role.PATIENT);
    }

    private static boolean qualifies(Report report) {
        return switch (report) {
            case SessionLogged session -> !session.exercises().isEmpty();
            case PainScoreRecorded ignored -> true;
            case HabitCheckedIn ignored -> true;
            case QuestionnaireAnswered ignored -> true;
            case FlareDeclared ignored -> true;
            case SelfCheckRecorded ignored -> true;
            case RedFlagScreened ignored -> true;
            case CareTimeLogged ignored -> false;
        };
    }
}
