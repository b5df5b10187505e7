package app.backtrack.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every zone there is, on days with and without changes of the clock, and homes that move. */
class QuietHoursRulesPropertyTest {
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");
    private static final int LONGEST_MINUTES = 22 * 60;

    @Property(tries = 4000)
    @Label("nothing is sent in the quiet hours of the wall clock, nor before it was wanted, nor more than a day later")
    void never_inside_and_never_late(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant wanted, @ForAll("spans") QuietSpan quiet) {
        ZoneHistory home = ZoneHistory.of(zone);

        Instant at = QuietHoursRules.earliest(wanted, home, quiet);

        assertThat(quiet.contains(wanted(at, zone))).isFalse();
        assertThat(at).isBetween(wanted, wanted.plus(Duration.ofDays(1)));
    }

    @Property(tries = 4000)
    @Label("around every change of a clock it is the first minute that is not quiet")
    void it_is_the_first_moment(
            @ForAll("changes") Change change, @ForAll("spans") QuietSpan quiet, @ForAll("offsets") Duration before) {
        ZoneHistory home = ZoneHistory.of(change.zone());
        Instant wanted = change.at().minus(before);

        Instant at = QuietHoursRules.earliest(wanted, home, quiet);

        Instant first = wanted;
        while (quiet.contains(wanted(first, change.zone()))) {
            first = first.plus(Duration.ofMinutes(1));
        }
        assertThat(at).isEqualTo(first);
    }

    @Property(tries = 1500)
    @Label("somebody who moves is not woken by either clock, and waits two days at most")
    void travel_is_safe(
            @ForAll("homes") ZoneHistory home, @ForAll("moments") Instant wanted, @ForAll("nights") QuietSpan quiet) {
        Instant at = QuietHoursRules.earliest(wanted, home, quiet);

        assertThat(quiet.contains(wanted(at, home.zoneOn(home.today(at))))).isFalse();
        assertThat(at).isBetween(wanted, wanted.plus(Duration.ofDays(2)));
    }

    @Property(tries = 1500)
    @Label("a digest comes within two days, not before now and not in the quiet hours")
    void a_digest_is_not_quiet_either(
            @ForAll("homes") ZoneHistory home,
            @ForAll("moments") Instant now,
            @ForAll("nights") QuietSpan quiet,
            @ForAll("hours") int hour) {
        Instant at = QuietHoursRules.nextDigest(now, hour, home, quiet);

        assertThat(quiet.contains(QuietHoursRules.wallClock(at, home).toLocalTime()))
                .isFalse();
        assertThat(at).isBetween(now, now.plus(Duration.ofDays(3)));
    }

    private static LocalTime wanted(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime();
    }

    record Change(ZoneId zone, Instant at) {}

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    static Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(FROM.getEpochSecond() / 60, UNTIL.getEpochSecond() / 60)
                .map(minutes -> Instant.ofEpochSecond(minutes * 60));
    }

    @Provide
    static Arbitrary<QuietSpan> spans() {
        return spansOf(LONGEST_MINUTES);
    }

    @Provide
    static Arbitrary<QuietSpan> nights() {
        return spansOf(12 * 60);
    }

    private static Arbitrary<QuietSpan> spansOf(int longest) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.integers().between(0, longest))
                .as((from, minutes) -> {
                    LocalTime begin = LocalTime.MIDNIGHT.plusMinutes(from);
                    return new QuietSpan(begin, begin.plusMinutes(minutes));
                });
    }

    @Provide
    static Arbitrary<Change> changes() {
        List<Change> all = new ArrayList<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            var transition = zone.getRules().nextTransition(FROM);
            for (int i = 0; i < 6 && transition != null; i++) {
                all.add(new Change(zone, transition.getInstant()));
                transition = zone.getRules().nextTransition(transition.getInstant());
            }
        }
        all.sort(Comparator.comparing((Change change) -> change.zone().getId()).thenComparing(Change::at));
        return Arbitraries.of(all);
    }

    @Provide
    static Arbitrary<Duration> offsets() {
        return Arbitraries.integers().between(-180, 24 * 60).map(Duration::ofMinutes);
    }

    @Provide
    static Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 23);
    }

    @Provide
    static Arbitrary<ZoneHistory> homes() {
        Arbitrary<ZoneChange> change = Combinators.combine(zones(), moments())
                .as((zone, at) -> new ZoneChange(zone, at.atZone(zone).toLocalDate()));
        return change.list().ofMinSize(1).ofMaxSize(4).map(ZoneHistory::new);
    }
}
