package app.backtrack.program.prescription;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final Instant FIRST = Instant.parse("2026-09-01T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-10T08:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-09-20T08:00:00Z");

    /** The second was laid down ahead; the third, decided later, holds from an earlier day on. */
    private static final List<EventEnvelope<ProgramEvent>> VERSIONS = List.of(
            Versions.prescribed(FIRST, START),
            Versions.revised(2, SECOND, START.plusDays(30)),
            Versions.paused(3, THIRD, START.plusDays(15)));

    @Test
    void without_a_day_and_a_time_it_is_the_newest() {
        assertThat(version(null, null)).contains(3);
    }

    @Test
    void on_a_day_the_highest_version_is_in_force_whose_first_day_has_come() {
        assertThat(version(START.minusDays(1), null)).isEmpty();
        assertThat(version(START, null)).contains(1);
        assertThat(version(START.plusDays(14), null)).contains(1);
        assertThat(version(START.plusDays(15), null)).contains(3);
        assertThat(version(START.plusDays(40), null)).contains(3);
    }

    @Test
    void what_was_decided_later_was_not_known() {
        assertThat(version(null, FIRST.minusMillis(1))).isEmpty();
        assertThat(version(null, FIRST)).contains(1);
        assertThat(version(null, SECOND)).contains(2);
        assertThat(version(START.plusDays(20), SECOND)).contains(1);
        assertThat(version(START.plusDays(30), SECOND)).contains(2);
    }

    private static Optional<Integer> version(@Nullable LocalDate on, @Nullable Instant asOf) {
        return VersionRules.version(VERSIONS, on, asOf)
                .map(version -> version.data().version());
    }
}
