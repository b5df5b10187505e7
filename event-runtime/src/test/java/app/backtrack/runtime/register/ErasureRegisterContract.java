package app.backtrack.runtime.register;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every register has to hold. Each instance of {@code another} stands for another process. */
abstract class ErasureRegisterContract {
    private static final Instant AT = Instant.parse("2026-11-28T10:15:30.125Z");

    /** A further instance on the same register, which is empty at first. */
    abstract ErasureRegister another();

    @Test
    void an_erasure_is_there_for_all_processes_with_everything_that_it_says() {
        Erasure erasure = erasure(AT);

        another().enter(erasure);

        assertThat(another().all()).containsExactly(erasure);
    }

    @Test
    void of_several_erasures_of_one_patient_the_first_stays() {
        Erasure first = erasure(AT);
        another().enter(first);

        another()
                .enter(new Erasure(
                        first.patient(),
                        AT.plusSeconds(60),
                        9,
                        ErasureReason.RETENTION_OVER,
                        new Actor(Role.BACKTRACK, "x")));

        assertThat(another().all()).containsExactly(first);
    }

    @Test
    void erasures_come_in_the_order_in_which_they_were_entered() {
        List<Erasure> all = List.of(erasure(AT), erasure(AT.plusSeconds(1)), erasure(AT.plusSeconds(2)));

        all.forEach(another()::enter);

        assertThat(another().all()).containsExactlyElementsOf(all);
    }

    @Test
    void racing_processes_lose_and_double_none() throws Exception {
        Erasure shared = erasure(AT);
        List<Erasure> entered = new ArrayList<>(List.of(shared));
        CyclicBarrier start = new CyclicBarrier(6);
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Erasure own = erasure(AT.plusMillis(i));
            entered.add(own);
            ErasureRegister register = another();
            racers.add(() -> {
                start.await();
                register.enter(shared);
                register.enter(own);
                return true;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> racer : pool.invokeAll(racers)) {
                racer.get();
            }
        }

        assertThat(another().all()).containsExactlyInAnyOrderElementsOf(entered);
    }

    static Erasure erasure(Instant at) {
        PatientRef patient = new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
        return new Erasure(patient, at, 7, ErasureReason.PATIENT_REQUEST, new Actor(Role.CLINIC_ADMIN, "ada.harbour"));
    }
}
