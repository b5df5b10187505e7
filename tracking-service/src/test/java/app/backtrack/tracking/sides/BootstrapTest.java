package app.backtrack.tracking.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.backtrack.tracking.statistics.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final LocalDate DATE = LocalDate.parse("2026-03-02");

    @Property(tries = 50)
    void the_same_sessions_give_the_same_interval_in_whatever_order(
            @ForAll @Size(min = 3, max = 14) List<@IntRange(max = 60) Integer> left, @ForAll Random random) {
        List<SidePoint> sessions = new ArrayList<>(sessions(left));
        Interval interval = Bootstrap.difference(sessions);
        Collections.shuffle(sessions, random);

        assertThat(Bootstrap.difference(sessions)).isEqualTo(interval);
    }

    @Property(tries = 50)
    void the_interval_lies_within_the_differences_seen(
            @ForAll @Size(min = 3, max = 14) List<@IntRange(max = 60) Integer> left) {
        Interval interval = Bootstrap.difference(sessions(left));

        assertThat(interval.lower()).isGreaterThanOrEqualTo(Collections.min(left) - 30);
        assertThat(interval.upper()).isBetween(interval.lower(), Collections.max(left) - 30.0);
    }

    /** The mean of 12 paired differences 1 to 12: its standard error is √(11.9167 / 12), so 6.5 ± 1.95. */
    @Test
    void the_interval_is_near_the_normal_one_for_a_dozen_sessions() {
        Interval interval = Bootstrap.difference(
                sessions(IntStream.rangeClosed(31, 42).boxed().toList()));

        assertThat(interval.lower()).isCloseTo(4.55, within(0.2));
        assertThat(interval.upper()).isCloseTo(8.45, within(0.2));
    }

    @Test
    void other_sessions_are_drawn_from_otherwise() {
        List<Integer> left = List.of(1, 5, 9, 14, 22, 31, 45, 60);
        List<SidePoint> others = sessions(left).stream()
                .map(one -> SidePoint.of(one.date(), one.eventId() + "0", one.left(), one.right()))
                .toList();

        assertThat(Bootstrap.difference(others)).isNotEqualTo(Bootstrap.difference(sessions(left)));
    }

    /** Figures of a second implementation, in another language, after the description of the method. */
    @Test
    void whoever_follows_the_description_gets_the_same_figures() {
        assertThat(Bootstrap.difference(sessions(List.of(1, 5, 9, 14, 22, 31, 45, 60))))
                .isEqualTo(new Interval(-19.125, 7));
    }

    private static List<SidePoint> sessions(List<Integer> left) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> SidePoint.of(DATE, "session/" + (char) ('a' + i) + "/1", (double) left.get(i), 30.0))
                .toList();
    }
}
