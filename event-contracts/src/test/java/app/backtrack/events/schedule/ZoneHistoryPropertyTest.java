package app.backtrack.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * No clock and no move loses or doubles a day: over any zones and dates. The years hold the day that
 * {@code Pacific/Apia} left out, and clocks set back over midnight.
 */
class ZoneHistoryPropertyTest {
    private static final LocalDate FIRST = LocalDate.parse("2010-10-01");
    private static final int DAYS = 500;
    private static final int WALK_DAYS = 30;

    @Property(tries = 300)
    void dates_never_go_back_and_none_comes_twice(
            @ForAll("homes") ZoneHistory home, @ForAll @IntRange(max = DAYS) int day) {
        List<LocalDate> dates = walk(home, FIRST.plusDays(day));

        assertThat(dates).isSorted().doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void a_date_is_passed_over_only_if_no_moment_is_left_for_it(
            @ForAll("homes") ZoneHistory home, @ForAll @IntRange(max = DAYS) int day) {
        List<LocalDate> dates = walk(home, FIRST.plusDays(day));

        for (int i = 1; i < dates.size(); i++) {
            LocalDate after = dates.get(i);
            for (LocalDate missed = dates.get(i - 1).plusDays(1); missed.isBefore(after); missed = missed.plusDays(1)) {
                assertThat(home.startOf(missed)).isAfterOrEqualTo(home.startOf(after));
                assertThat(home.today(home.startOf(missed))).isAfter(missed);
            }
        }
    }

    @Property(tries = 300)
    void a_home_that_never_moved_passes_over_no_date_but_one_its_country_left_out(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(max = DAYS) int day) {
        LocalDate date = FIRST.plusDays(day);
        ZoneHistory home = ZoneHistory.of(zone);
        boolean leftOut = !date.atStartOfDay(zone).toLocalDate().equals(date);

        assertThat(home.today(home.startOf(date))).isEqualTo(leftOut ? date.plusDays(1) : date);
        assertThat(home.today(home.startOf(date).minusNanos(1))).isEqualTo(date.minusDays(1));
    }

    @Property(tries = 300)
    void a_move_from_a_later_date_on_never_takes_today_back(
            @ForAll("homes") ZoneHistory home,
            @ForAll("zones") ZoneId next,
            @ForAll @IntRange(max = DAYS * 24) int hours,
            @ForAll @IntRange(min = 1, max = 20) int daysAhead) {
        Instant now = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hours));
        LocalDate today = home.today(now);
        List<ZoneChange> changes = new ArrayList<>(home.changes());
        changes.add(new ZoneChange(next, today.plusDays(daysAhead)));
        ZoneHistory moved = new ZoneHistory(changes);

        assertThat(moved.today(now)).isAfterOrEqualTo(today);
        assertThat(moved.startOf(today)).isEqualTo(home.startOf(today));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        Arbitrary<String> telling = Arbitraries.of(
                "Pacific/Apia",
                "Pacific/Kiritimati",
                "Pacific/Honolulu",
                "America/St_Johns",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Etc/GMT+12",
                "Europe/Berlin");
        Arbitrary<String> any =
                Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        return Arbitraries.oneOf(telling, any).map(ZoneId::of);
    }

    @Provide
    Arbitrary<ZoneHistory> homes() {
        Arbitrary<ZoneChange> change = Combinators.combine(
                        zones(), Arbitraries.integers().between(0, DAYS + WALK_DAYS))
                .as((zone, day) -> new ZoneChange(zone, FIRST.plusDays(day)));
        return change.list().ofMinSize(1).ofMaxSize(5).map(ZoneHistory::new);
    }

    /** The patient's dates in the order in which they come, each as often as it comes; looked at every half-hour. */
    private static List<LocalDate> walk(ZoneHistory home, LocalDate from) {
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<LocalDate> dates = new ArrayList<>();
        for (int step = 0; step < WALK_DAYS * 48; step++) {
            LocalDate today = home.today(start.plus(Duration.ofMinutes(30L * step)));
            if (dates.isEmpty() || !dates.getLast().equals(today)) {
                dates.add(today);
            }
        }
        return dates;
    }
}
