package app.backtrack.tracking.projection;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressWaitersTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final PatientRef ONE = patient(1);
    private static final PatientRef OTHER = patient(2);

    private final ProgressWaiters waiters = new ProgressWaiters();

    @Test
    void what_was_written_before_somebody_sleeps_is_not_missed() throws InterruptedException {
        try (ProgressWaiters.Wait wait = waiters.on(ONE)) {
            waiters.wake(List.of(OTHER, ONE));

            assertThat(wait.sleep(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void all_who_wait_for_a_patient_are_woken() throws Exception {
        try (ProgressWaiters.Wait first = waiters.on(ONE);
                ProgressWaiters.Wait second = waiters.on(ONE)) {
            Future<Boolean> one = asleep(first);
            Future<Boolean> other = asleep(second);

            waiters.wake(List.of(ONE));

            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
        }
    }

    @Test
    void nobody_is_woken_by_another_patient_or_twice_by_the_same() throws InterruptedException {
        try (ProgressWaiters.Wait wait = waiters.on(ONE)) {
            waiters.wake(List.of(OTHER));
            assertThat(wait.sleep(Duration.ZERO)).isFalse();

            waiters.wake(List.of(ONE));
            waiters.wake(List.of(ONE));

            assertThat(wait.sleep(Duration.ZERO)).isTrue();
            assertThat(wait.sleep(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void who_stops_waiting_takes_nothing_from_others() throws InterruptedException {
        try (ProgressWaiters.Wait wait = waiters.on(ONE)) {
            waiters.on(ONE).close();
            waiters.wake(List.of(ONE));

            assertThat(wait.sleep(Duration.ZERO)).isTrue();
        }
    }

    private static Future<Boolean> asleep(ProgressWaiters.Wait wait) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return wait.sleep(LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static PatientRef patient(int n) {
        return new PatientRef(new ClinicId("clinic"), new PatientId(new UUID(0, n)));
    }
}
