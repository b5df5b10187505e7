package app.backtrack.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every store of keys has to hold. Each method of {@code another} stands for another process. */
abstract class KeyStoreContract {
    final PatientRef patient = new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));

    /** A further instance on the same keys. */
    abstract KeyStore another();

    @Test
    void a_key_is_absent_until_it_is_made_and_then_found_by_every_instance() {
        assertThat(another().find(patient)).isEqualTo(new Lookup.Absent());

        assertThat(text(another().create(patient, bytes("first")))).isEqualTo("first");

        assertThat(text(another().find(patient))).isEqualTo("first");
    }

    @Test
    void a_second_key_never_replaces_the_first() {
        another().create(patient, bytes("first"));

        assertThat(text(another().create(patient, bytes("second")))).isEqualTo("first");
    }

    @Test
    void racing_instances_agree_on_one_key() throws Exception {
        for (int round = 0; round < 20; round++) {
            PatientRef someone = someone();
            Set<String> agreed = race(6, (racer, number) -> text(racer.create(someone, bytes("key of " + number))));
            assertThat(agreed).hasSize(1);
        }
    }

    @Test
    void a_key_that_is_destroyed_while_it_is_made_stays_destroyed() throws Exception {
        for (int round = 0; round < 20; round++) {
            PatientRef someone = someone();
            race(4, (racer, number) -> {
                if (number == 0) {
                    racer.destroy(someone);
                } else {
                    racer.create(someone, bytes("key"));
                }
                return "";
            });
            assertThat(another().find(someone)).isEqualTo(new Lookup.Destroyed());
        }
    }

    @Test
    void a_destroyed_key_leaves_a_tombstone_and_is_never_made_anew() {
        another().create(patient, bytes("first"));

        another().destroy(patient);
        another().destroy(patient);

        assertThat(another().find(patient)).isEqualTo(new Lookup.Destroyed());
        assertThat(another().create(patient, bytes("second"))).isEqualTo(new Lookup.Destroyed());
        assertThat(another().find(patient)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void a_patient_without_a_key_can_be_erased_beforehand() {
        another().destroy(patient);

        assertThat(another().create(patient, bytes("late"))).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void bytes_are_replaced_only_where_they_are_those_expected() {
        another().create(patient, bytes("first"));

        assertThat(another().replace(patient, bytes("other"), bytes("second"))).isFalse();
        assertThat(another().replace(patient, bytes("first"), bytes("second"))).isTrue();
        assertThat(text(another().find(patient))).isEqualTo("second");
    }

    @Test
    void nothing_brings_a_destroyed_key_back() throws Exception {
        for (int round = 0; round < 20; round++) {
            PatientRef someone = someone();
            another().create(someone, bytes("first"));
            race(3, (racer, number) -> {
                if (number == 0) {
                    racer.destroy(someone);
                } else {
                    racer.replace(someone, bytes("first"), bytes("second"));
                }
                return "";
            });
            assertThat(another().find(someone)).isEqualTo(new Lookup.Destroyed());
            assertThat(another().replace(someone, bytes("first"), bytes("second")))
                    .isFalse();
            assertThat(another().replace(someone, bytes("second"), bytes("third")))
                    .isFalse();
        }
    }

    @Test
    void nothing_is_replaced_where_there_was_no_key() {
        assertThat(another().replace(patient, bytes("first"), bytes("second"))).isFalse();
        assertThat(another().find(patient)).isEqualTo(new Lookup.Absent());
    }

    @Test
    void all_patients_who_have_a_key_are_visited_and_no_other() {
        PatientRef elsewhere = new PatientRef(new ClinicId("hillside-backs"), patient.patient());
        PatientRef erased = someone();
        another().create(patient, bytes("first"));
        another().create(elsewhere, bytes("second"));
        another().create(erased, bytes("third"));
        another().destroy(erased);

        Set<PatientRef> visited = new HashSet<>();
        another().eachPatient(visited::add);

        assertThat(visited).contains(patient, elsewhere).doesNotContain(erased);
    }

    interface Racer {
        String run(KeyStore store, int number) throws Exception;
    }

    Set<String> race(int threads, Racer racer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<String>> racers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                KeyStore own = another();
                racers.add(() -> {
                    start.await();
                    return racer.run(own, number);
                });
            }
            List<String> results = new ArrayList<>();
            for (Future<String> result : pool.invokeAll(racers)) {
                results.add(result.get());
            }
            return results.stream().collect(Collectors.toSet());
        }
    }

    PatientRef someone() {
        return new PatientRef(patient.clinic(), new PatientId(UUID.randomUUID()));
    }

    static String text(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return new String(((Lookup.Found) lookup).serializedKey(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
