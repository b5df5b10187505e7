package app.backtrack.tracking.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.backtrack.events.Actor;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientId;
import app.backtrack.events.Role;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SkipReason;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.monitoring.MonitoringLedger.Day;
import app.backtrack.tracking.monitoring.MonitoringLedger.Month;
import app.backtrack.tracking.monitoring.MonitoringLedger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonitoringRulesTest {
    private static final PatientId PATIENT = new PatientId(UUID.randomUUID());
    private static final LocalDate FROM = LocalDate.of(2026, 2, 10);

    @Test
    void periods_of_30_days_follow_each_other_up_to_the_one_under_way() {
        MonitoringLedger ledger = MonitoringRules.ledger(PATIENT, List.of(), FROM, LocalDate.of(2026, 4, 20));

        assertThat(ledger.periods())
                .extracting(Period::from, Period::until, Period::complete)
                .containsExactly(
                        tuple(FROM, LocalDate.of(2026, 3, 11), true),
                        tuple(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 4, 10), true),
                        tuple(LocalDate.of(2026, 4, 11), LocalDate.of(2026, 5, 10), false));
        assertThat(ledger.months()).extracting(Month::month).containsExactly("2026-02", "2026-03", "2026-04");
    }

    @Test
    void a_period_is_complete_only_once_its_last_day_has_passed() {
        assertThat(MonitoringRules.ledger(PATIENT, List.of(), FROM, FROM.plusDays(29))
                        .periods())
                .extracting(Period::complete)
                .containsExactly(false);
    }

    @Test
    void a_day_counts_once_with_all_events_that_prove_it() {
        MonitoringLedger ledger = ledger(
                Facts.score(1, 1, FROM, 4), Facts.score(2, 1, FROM, 5), Facts.habit(3, 1, FROM.plusDays(29), false));

        assertThat(ledger.periods().getFirst().days()).isEqualTo(2);
        assertThat(ledger.periods().getFirst().counted())
                .containsExactly(
                        new Day(FROM, List.of("pain-score/" + Facts.id(1) + "/1", "pain-score/" + Facts.id(2) + "/1")),
                        new Day(FROM.plusDays(29), List.of("habit-check-in/" + Facts.id(3) + "/1")));
    }

    @Test
    void every_kind_of_report_by_the_patient_counts_but_not_a_session_that_was_only_skipped_nor_care_time() {
        SessionLogged skipped = new SessionLogged(
                Facts.id(6),
                1,
                List.of(),
                List.of(new ExerciseSkipped("bridge", SkipReason.PAIN)),
                FROM.atTime(12, 0).toInstant(ZoneOffset.UTC),
                "UTC",
                FROM.plusDays(5),
                null,
                null);

        assertThat(ledger(
                                Facts.score(1, 1, FROM, 4),
                                Facts.session(2, 1, FROM.plusDays(1)),
                                Facts.screen(3, 1, FROM.plusDays(2)),
                                Facts.flare(4, 1, FROM.plusDays(3)),
                                Facts.habit(5, 1, FROM.plusDays(4), false),
                                skipped,
                                care(7, FROM.plusDays(6), 20, true))
                        .periods()
                        .getFirst()
                        .counted())
                .extracting(Day::date)
                .containsExactly(FROM, FROM.plusDays(1), FROM.plusDays(2), FROM.plusDays(3), FROM.plusDays(4));
    }

    @Test
    void what_was_taken_back_or_entered_by_others_proves_nothing() {
        JournalEntry entered =
                new JournalEntry(Facts.score(3, 1, FROM, 4), Facts.RECORDED, new Actor(Role.THERAPIST, "thea"));

        MonitoringLedger ledger = MonitoringRules.ledger(
                PATIENT,
                List.of(Facts.entry(Facts.score(1, 1, FROM, 4)), Facts.entry(Facts.scoreRetracted(1, 2)), entered),
                FROM,
                FROM);

        assertThat(ledger.periods().getFirst().days()).isZero();
    }

    @Test
    void a_report_that_a_clinician_corrected_counts_on_the_corrected_date() {
        JournalEntry corrected = new JournalEntry(
                Facts.score(1, 2, FROM.plusDays(1), 4), Facts.RECORDED, new Actor(Role.THERAPIST, "thea"));

        assertThat(MonitoringRules.ledger(
                                PATIENT,
                                List.of(Facts.entry(Facts.score(1, 1, FROM, 4)), corrected),
                                FROM,
                                FROM.plusDays(1))
                        .periods()
                        .getFirst()
                        .counted())
                .containsExactly(new Day(FROM.plusDays(1), List.of("pain-score/" + Facts.id(1) + "/2")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 0, ''",
        "2026-02-10, 1, ''",
        "2026-02-10, 2, 98975 98985",
        "2026-02-10, 15, 98975 98985",
        "2026-02-10, 16, 98975 98977",
        "2026-02-10, 30, 98975 98977",
        "2026-01-01, 2, 98975 98985",
        "2025-12-31, 2, ''",
        "2025-12-31, 15, ''",
        "2025-12-31, 16, 98977",
    })
    void days_reach_the_codes_that_there_are_on_the_periods_first_day(LocalDate from, int days, String codes) {
        FactEvent[] scores = IntStream.range(0, days)
                .mapToObj(day -> Facts.score(day, 1, from.plusDays(day), 4))
                .toArray(FactEvent[]::new);

        Period period = MonitoringRules.ledger(PATIENT, entries(scores), from, from.plusDays(29))
                .periods()
                .getFirst();

        assertThat(joined(period.codes())).isEqualTo(codes);
    }

    @Test
    void set_up_is_reached_once() {
        MonitoringLedger ledger = MonitoringRules.ledger(
                PATIENT,
                entries(
                        Facts.score(1, 1, FROM, 4),
                        Facts.score(2, 1, FROM.plusDays(30), 4),
                        Facts.score(3, 1, FROM.plusDays(31), 4),
                        Facts.score(4, 1, FROM.plusDays(60), 4),
                        Facts.score(5, 1, FROM.plusDays(61), 4)),
                FROM,
                FROM.plusDays(70));

        assertThat(ledger.periods())
                .extracting(period -> joined(period.codes()))
                .containsExactly("", "98975 98985", "98985");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02, 9, true, ''",
        "2026-02, 10, true, 98979",
        "2026-02, 10, false, ''",
        "2026-02, 19, true, 98979",
        "2026-02, 20, true, 98980",
        "2026-02, 20, false, ''",
        "2026-02, 39, true, 98980",
        "2026-02, 40, true, 98980 98981",
        "2026-02, 100, true, 98980 98981x4",
        "2025-12, 19, true, ''",
        "2025-12, 20, true, 98980",
    })
    void minutes_reach_codes_by_month_and_only_with_a_live_interaction(
            YearMonth month, int minutes, boolean live, String codes) {
        assertThat(joined(CodeRules.ofMinutes(month, minutes, live))).isEqualTo(codes);
    }

    @Test
    void minutes_of_a_whole_calendar_month_are_added_with_their_proof() {
        Month month = ledger(
                        care(1, FROM.withDayOfMonth(1), 8, false),
                        care(2, FROM.plusDays(3), 13, true),
                        care(3, LocalDate.of(2026, 3, 1), 60, false))
                .months()
                .getFirst();

        assertThat(month)
                .isEqualTo(new Month(
                        "2026-02",
                        21,
                        true,
                        List.of("care-time/" + Facts.id(1) + "/1", "care-time/" + Facts.id(2) + "/1"),
                        List.of(ReachedCode.once("98980"))));
    }

    @Property
    void every_day_with_a_report_is_in_exactly_one_period(
            @ForAll @Size(max = 60) List<@IntRange(max = 120) Integer> days) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int n = 0; n < days.size(); n++) {
            entries.add(Facts.entry(Facts.score(n, 1, FROM.plusDays(days.get(n)), 4)));
        }

        List<LocalDate> counted = MonitoringRules.ledger(PATIENT, entries, FROM, FROM.plusDays(120)).periods().stream()
                .flatMap(period -> period.counted().stream())
                .map(Day::date)
                .toList();

        Set<LocalDate> reported = days.stream().map(FROM::plusDays).collect(Collectors.toSet());
        assertThat(counted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(reported);
    }

    @Test
    void the_table_has_a_row_for_each_period_day_and_month() {
        MonitoringLedger ledger =
                ledger(Facts.score(1, 1, FROM, 4), Facts.score(2, 1, FROM.plusDays(1), 4), care(3, FROM, 20, true));

        assertThat(MonitoringTable.of(ledger).text().lines().map(line -> line.replace(PATIENT.toString(), "p")))
                .containsExactly(
                        "record,patient_id,from,until,complete,days,minutes,live,codes,event_ids",
                        "period,p,2026-02-10,2026-03-11,false,2,,,98975 98985,",
                        "day,p,2026-02-10,2026-02-10,,1,,,,pain-score/" + Facts.id(1) + "/1",
                        "day,p,2026-02-11,2026-02-11,,1,,,,pain-score/" + Facts.id(2) + "/1",
                        "month,p,2026-02-01,2026-02-28,true,,20,true,98980,care-time/" + Facts.id(3) + "/1",
                        "month,p,2026-03-01,2026-03-31,false,,0,false,,");
    }

    private static MonitoringLedger ledger(FactEvent... facts) {
        return MonitoringRules.ledger(PATIENT, entries(facts), FROM, FROM.plusDays(29));
    }

    private static List<JournalEntry> entries(FactEvent... facts) {
        return Arrays.stream(facts).map(Facts::entry).toList();
    }

    private static CareTimeLogged care(int n, LocalDate date, int minutes, boolean live) {
        return new CareTimeLogged(
                Facts.id(n), 1, minutes, live, date.atTime(12, 0).toInstant(ZoneOffset.UTC), "UTC", date, null);
    }

    private static String joined(List<ReachedCode> codes) {
        return codes.stream().map(ReachedCode::toString).collect(Collectors.joining(" "));
    }
}
