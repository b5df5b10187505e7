package app.backtrack.tracking.projection;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.projection.Waiting.Wait;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingTest {
    private static final long PATIENCE = Waiting.PATIENCE.toNanos();

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - PATIENCE / 2);
    private final Waiting waiting = new Waiting(now::get);
    private final PatientRef one = patient();
    private final PatientRef other = patient();

    @Test
    void nobody_waits_for_longer_than_that_however_much_comes() {
        waiting.add(List.of(one));
        now.addAndGet(PATIENCE - 1);
        waiting.add(List.of(one, other));
        assertThat(waiting.overdue()).isEmpty();

        now.addAndGet(1);

        assertThat(waiting.overdue()).containsOnlyKeys(one);
        assertThat(waiting.all()).containsOnlyKeys(one, other);
    }

    @Test
    void of_whom_more_came_while_they_were_judged_they_go_on_waiting() {
        waiting.add(List.of(one, other));
        Map<PatientRef, Wait> judged = waiting.all();
        waiting.add(List.of(other));

        waiting.remove(judged);

        assertThat(waiting.all()).containsOnlyKeys(other);
    }

    private static PatientRef patient() {
        return new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
    }
}
