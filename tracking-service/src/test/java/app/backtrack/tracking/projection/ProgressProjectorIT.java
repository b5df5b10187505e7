package app.backtrack.tracking.projection;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PainContext;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.DailyValue;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressProjectorIT {
    @Inject
    JournalProjector projector;

    @Inject
    JournalStore journals;

    @Inject
    ProgressStore store;

    private final Bench bench = new Bench();

    @Test
    void a_batch_that_comes_again_writes_nothing() {
        List<EventEnvelope<?>> batch = List.of(bench.enrolled(), bench.event(score(1, 4)));
        projector.handle(batch);
        ProgressDocument first = store.read(bench.patient());

        projector.handle(batch);

        assertThat(store.read(bench.patient())).isEqualTo(first);
    }

    @Test
    void a_kill_between_journal_and_fold_is_made_good_by_the_redelivery() {
        List<EventEnvelope<?>> batch = List.of(bench.enrolled(), bench.event(score(1, 4)));
        journals.add(batch);
        assertThat(store.read(bench.patient()).view()).isEqualTo(ProgressView.EMPTY);

        projector.handle(batch);

        assertThat(store.read(bench.patient()).view().weeks()).hasSize(1);
    }

    @Test
    void who_froze_between_reading_and_writing_overwrites_nothing() {
        projector.handle(List.of(bench.enrolled(), bench.event(score(1, 4))));
        ProgressDocument frozen = store.read(bench.patient());
        projector.handle(List.of(bench.event(score(2, 6))));
        ProgressDocument fresh = store.read(bench.patient());

        assertThat(store.write(frozen)).isNull();
        assertThat(store.read(bench.patient())).isEqualTo(fresh);
    }

    @Test
    void two_processes_at_once_on_one_patient_lose_nothing() throws Exception {
        projector.handle(List.of(bench.enrolled()));
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int n = 0; n < 8; n++) {
                FactEvent fact = score(n, n);
                running.add(processes.submit(() -> projector.handle(List.of(bench.event(fact)))));
            }
            for (var one : running) {
                one.get();
            }
        }

        var day = store.read(bench.patient())
                .view()
                .weeks()
                .values()
                .iterator()
                .next()
                .days()
                .get(Bench.TODAY);
        assertThat(day).isNotNull();
        assertThat(day.pain().values().iterator().next().count()).isEqualTo(8);
        assertThat(day.pain().values().iterator().next().sum())
                .isEqualTo(IntStream.range(0, 8).sum());
    }

    @Test
    void two_processes_at_once_on_the_same_patients_lose_nothing() throws Exception {
        List<Bench> benches = Stream.generate(Bench::new).limit(30).toList();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int n = 0; n < 4; n++) {
                FactEvent fact = score(n, n);
                List<EventEnvelope<?>> batch = new ArrayList<>();
                benches.forEach(one -> batch.add(one.event(fact)));
                running.add(processes.submit(() -> projector.handle(batch)));
            }
            for (var one : running) {
                one.get();
            }
        }

        assertThat(benches)
                .allSatisfy(one ->
                        assertThat(store.read(one.patient()).folded().values()).containsExactly(4));
    }

    @Test
    void of_documents_written_together_those_that_were_overtaken_are_not_and_the_others_are() {
        Bench other = new Bench();
        projector.handle(List.of(bench.event(score(1, 4)), other.event(score(1, 4))));
        ProgressDocument frozen = store.read(bench.patient());
        ProgressDocument current = store.read(other.patient());
        projector.handle(List.of(bench.event(score(2, 6))));
        ProgressDocument fresh = store.read(bench.patient());

        assertThat(store.writeAll(List.of(frozen, current))).isFalse();

        assertThat(store.read(bench.patient())).isEqualTo(fresh);
        assertThat(store.read(other.patient())).isEqualTo(current.at(current.revision() + 1));
    }

    @Test
    void of_first_documents_written_together_those_that_exist_by_now_are_not_and_the_others_are() {
        Bench other = new Bench();
        ProgressDocument frozen = store.read(bench.patient());
        projector.handle(List.of(bench.event(score(1, 4))));
        ProgressDocument fresh = store.read(bench.patient());

        assertThat(store.writeAll(List.of(frozen, store.read(other.patient())))).isFalse();

        assertThat(store.read(bench.patient())).isEqualTo(fresh);
        assertThat(store.read(other.patient()).revision()).isEqualTo(1);
    }

    @Test
    void the_facts_of_many_patients_in_one_batch_are_each_folded_for_their_own() {
        List<Bench> benches = Stream.generate(Bench::new).limit(450).toList();
        List<EventEnvelope<?>> batch = new ArrayList<>();
        for (int n = 0; n < benches.size(); n++) {
            batch.add(benches.get(n).event(score(n, n % 11)));
        }

        projector.handle(batch);

        for (int n = 0; n < benches.size(); n++) {
            ProgressView view = store.read(benches.get(n).patient()).view();
            assertThat(view.scores().of(PainContext.AVERAGE_24H).days())
                    .containsExactly(new DailyValue(Bench.TODAY, n % 11, 1));
        }
    }

    @Test
    void facts_that_come_before_their_patients_enrolment_are_kept() {
        projector.handle(List.of(bench.event(score(1, 4))));
        projector.handle(List.of(bench.enrolled()));

        ProgressView view = store.read(bench.patient()).view();
        assertThat(view.weeks()).hasSize(1);
        assertThat(view.care().patient().known()).isTrue();
    }

    @Test
    void a_due_review_is_claimed_by_one_process_for_a_minute() {
        projector.handle(List.of(bench.enrolled(), bench.event(score(1, 4))));
        Instant tomorrow = Instant.now().plus(Duration.ofHours(25));
        ProgressDocument due = store.read(bench.patient());
        assertThat(store.due(Instant.now(), 10_000)).doesNotContain(bench.patient());
        assertThat(store.due(tomorrow, 10_000)).contains(bench.patient());

        assertThat(store.claim(due, tomorrow)).isTrue();

        assertThat(store.claim(due, tomorrow)).isFalse();
        assertThat(store.due(tomorrow.plusSeconds(59), 10_000)).doesNotContain(bench.patient());
        assertThat(store.due(tomorrow.plusSeconds(61), 10_000)).contains(bench.patient());
    }

    private static FactEvent score(int n, int points) {
        return Facts.score(n, 1, Bench.TODAY, points);
    }
}
