package app.backtrack.program.prescription;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PausingRulesTest {
    private static final Instant FLAG = Instant.parse("2026-11-20T18:30:00Z");
    private static final Instant BEFORE = FLAG.minusSeconds(3600);
    private static final Instant AFTER = FLAG.plusSeconds(3600);
    private static final Cause CAUSE = new Cause("insight/a", "insight/1", FLAG);

    private static final EventEnvelope<ProgramEvent> PRESCRIBED = Versions.prescribed(BEFORE, Versions.START);

    @Test
    void an_active_program_is_paused_also_when_it_was_revised_meanwhile() {
        assertThat(pauses(PRESCRIBED)).isTrue();
        assertThat(pauses(PRESCRIBED, Versions.revised(2, AFTER, Versions.START)))
                .isTrue();
    }

    @Test
    void a_program_that_was_prescribed_later_is_left_alone() {
        assertThat(pauses(Versions.prescribed(AFTER, Versions.START))).isFalse();
    }

    @Test
    void a_cause_that_was_heeded_is_never_heeded_again() {
        EventEnvelope<ProgramEvent> paused = Versions.pausedBecauseOf("insight/a", 2, AFTER);
        Cause again = new Cause("insight/a", "insight/2", AFTER.plusSeconds(7200));

        assertThat(pauses(PRESCRIBED, paused)).isFalse();
        assertThat(pauses(PRESCRIBED, paused, Versions.resumed(3, AFTER))).isFalse();
        assertThat(PausingRules.pauses(List.of(PRESCRIBED, paused, Versions.resumed(3, AFTER)), again))
                .isFalse();
    }

    @Test
    void another_cause_pauses_a_program_that_was_resumed_before_it() {
        Cause another = new Cause("insight/b", "insight/2", AFTER.plusSeconds(1));

        assertThat(PausingRules.pauses(
                        List.of(
                                PRESCRIBED,
                                Versions.pausedBecauseOf("insight/a", 2, AFTER),
                                Versions.resumed(3, AFTER)),
                        another))
                .isTrue();
    }

    @Test
    void a_paused_program_stays_as_it_is_and_whoever_resumes_it_later_knew() {
        EventEnvelope<ProgramEvent> paused = Versions.paused(2, BEFORE, Versions.START);

        assertThat(pauses(PRESCRIBED, paused)).isFalse();
        assertThat(pauses(PRESCRIBED, paused, Versions.resumed(3, AFTER))).isFalse();
        assertThat(pauses(PRESCRIBED, paused, Versions.resumed(3, BEFORE))).isTrue();
    }

    @Test
    void a_pause_of_ours_is_told_from_a_persons() {
        EventEnvelope<ProgramEvent> ours = Versions.pausedBecauseOf("insight/a", 2, AFTER);
        EventEnvelope<ProgramEvent> revised = Versions.revisedWhilePaused(3, AFTER);

        assertThat(held(PRESCRIBED, ours)).isTrue();
        assertThat(held(PRESCRIBED, ours, revised)).isTrue();
        assertThat(held(PRESCRIBED, ours, Versions.resumed(3, AFTER))).isFalse();
        assertThat(held(PRESCRIBED, ours, Versions.resumed(3, AFTER), Versions.paused(4, AFTER, Versions.START)))
                .isFalse();
        assertThat(held(PRESCRIBED, Versions.paused(2, AFTER, Versions.START))).isFalse();
    }

    @SafeVarargs
    private static boolean pauses(EventEnvelope<ProgramEvent>... versions) {
        return PausingRules.pauses(List.of(versions), CAUSE);
    }

    @SafeVarargs
    private static boolean held(EventEnvelope<ProgramEvent>... versions) {
        return new ProgramFile(List.of(versions)).isHeldByRedFlag();
    }
}
