package app.backtrack.tracking.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Role;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogReplay;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.GenerationStore;
import app.backtrack.tracking.generation.Generations;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.position.PositionTokens;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.projection.AppliedPositions;
import app.backtrack.tracking.projection.ProgressStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A few thousand events, folded live and folded anew, on a real broker and store while the service goes on. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    /** So long that nothing follows from it any more. */
    private static final LocalDate LONG_AGO = TODAY.minusDays(200);

    private static final int PATIENTS = 30;
    private static final int BATCH = 500;
    private static final int BATCHES_BEFORE_THE_KILL = 2;
    private static final int SWITCHES = 30;

    @Inject
    EventPublisher publisher;

    @Inject
    LogClients log;

    @Inject
    AppliedPositions positions;

    @Inject
    PositionTokens tokens;

    @Inject
    ProgressStore progress;

    @Inject
    InsightLedgerStore ledgers;

    @Inject
    GenerationStore generations;

    @Inject
    CurrentGenerations current;

    @Inject
    JournalRebuild journalRebuild;

    @Inject
    ProgressRebuild progressRebuild;

    @Inject
    Rebuilds rebuilds;

    @Inject
    Comparer comparer;

    @Inject
    Switching switching;

    private final Random random = new Random(20261120);

    @Test
    void what_is_folded_anew_equals_what_was_folded_live_and_tells_nobody() throws Exception {
        TestClinic clinic = new TestClinic(publisher);
        List<PatientRef> patients =
                Stream.generate(clinic::enrol).limit(PATIENTS).toList();
        List<FactEvent> facts = facts();
        sendShuffled(patients, facts);
        assertThat(patients)
                .allSatisfy(patient -> assertThat(isApplied(patient, facts)).isTrue());
        assertThat(ledgers.read(patients.getFirst()).marks()).isNotEmpty();
        long told = insightsTold();

        for (Rebuildable.FromLog whole : List.of(journalRebuild, progressRebuild)) {
            OfOneClinic projection = new OfOneClinic(clinic.id(), whole);
            killedInTheMiddle(projection);
            FactEvent late = Facts.score(9_000 + whole.name().ordinal(), 1, LONG_AGO, 5);
            Generations state = rebuilds.run(
                    projection, once(() -> patients.forEach(patient -> send(patient, List.of(late)))), BATCH);
            assertThat(patients)
                    .allSatisfy(patient ->
                            assertThat(isApplied(patient, List.of(late))).isTrue());

            String beside = state.other().orElseThrow();
            assertThat(beside).isNotEqualTo(state.live());
            assertEqual(projection, state.live(), beside);

            showsTheSameThroughoutSwitches(whole.name(), patients.getFirst());
            switching.switchTo(whole.name(), true);
            current.refresh();
            assertThat(current.live(whole.name())).isEqualTo(beside);

            FactEvent after = Facts.score(9_100 + whole.name().ordinal(), 1, LONG_AGO, 6);
            patients.forEach(patient -> send(patient, List.of(after)));
            assertThat(patients)
                    .allSatisfy(patient ->
                            assertThat(isApplied(patient, List.of(after))).isTrue());
            assertEqual(projection, beside, state.live());

            switching.switchTo(whole.name(), false);
            assertThat(switching.drop(projection).live()).isEqualTo(state.live());
            whole.eachId(beside, ids -> assertThat(ids).isEmpty());
        }
        assertThat(insightsTold()).isEqualTo(told);
    }

    @Test
    void of_two_who_switch_at_once_from_the_same_state_one_does() {
        Generations state = generations.read(ProjectionName.PROGRESS);
        Generations seen = state.towards(state.goal());

        assertThat(generations.write(seen)).isPresent();

        assertThat(generations.write(seen)).isEmpty();
    }

    private void assertEqual(OfOneClinic projection, String live, String other) {
        Comparison comparison = comparer.compare(projection, live, other);
        assertThat(comparison.sample()).isEmpty();
        assertThat(comparison.isClean()).isTrue();
        assertThat(comparison.equal()).isGreaterThanOrEqualTo(PATIENTS);
    }

    /** Ends a rebuild after some batches, the way a kill would: nothing is cleaned up. */
    private void killedInTheMiddle(OfOneClinic projection) {
        Pace killer = new Pace() {
            private int batches;

            @Override
            public void waiting() {}

            @Override
            public void at(long done, long total) {
                if (batches++ == BATCHES_BEFORE_THE_KILL) {
                    throw new Killed();
                }
            }
        };
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> rebuilds.run(projection, killer, BATCH));
        Generations left = generations.read(projection.name());
        assertThat(left.complete()).isFalse();
        assertThat(left.position()).isNotEmpty();
        assertThat(LogReplay.reaches(left.position(), left.goal())).isFalse();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Pace once(Runnable action) {
        return new Pace() {
            private boolean done;

            @Override
            public void waiting() {}

            @Override
            public void at(long read, long total) {
                if (!done) {
                    done = true;
                    action.run();
                }
            }
        };
    }

    /** Reads all the while; each reading must be whole, whichever generation it is of. */
    private void showsTheSameThroughoutSwitches(ProjectionName name, PatientRef patient) throws Exception {
        ProgressView shown = progress.read(patient).view();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> readings = reader.submit(() -> {
                int count = 0;
                while (!over.get()) {
                    assertThat(progress.read(patient).view()).isEqualTo(shown);
                    count++;
                }
                return count;
            });
            for (int n = 0; n < SWITCHES; n++) {
                switching.switchTo(name, n % 2 == 0);
                current.refresh();
            }
            over.set(true);
            assertThat(readings.get()).isPositive();
        }
    }

    /** Scores, sessions and screens with corrections that move across weeks, retractions, restorations, conflicts. */
    private List<FactEvent> facts() {
        List<FactEvent> facts = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            facts.add(Facts.score(n, 1, date(), random.nextInt(11)));
            if (n % 3 == 0) {
                facts.add(Facts.score(n, 2, date(), random.nextInt(11)));
            }
            if (n % 7 == 0) {
                facts.add(Facts.scoreRetracted(n, 3));
            }
            if (n % 14 == 0) {
                facts.add(Facts.score(n, 4, date(), random.nextInt(11)));
            }
            if (n % 10 == 0) {
                facts.add(Facts.score(n, 1, date(), random.nextInt(11)));
                facts.add(Facts.session(n, 1, date()));
            }
        }
        facts.add(Facts.screen(1, 1, TODAY, RedFlag.CONSTANT_NIGHT_PAIN));
        return facts;
    }

    private LocalDate date() {
        return TODAY.minusDays(10 + random.nextInt(60));
    }

    private void sendShuffled(List<PatientRef> patients, List<FactEvent> facts) {
        for (PatientRef patient : patients) {
            List<FactEvent> sent = new ArrayList<>(facts);
            sent.addAll(facts.subList(0, facts.size() / 4));
            Collections.shuffle(sent, random);
            send(patient, sent);
        }
    }

    private void send(PatientRef patient, List<FactEvent> facts) {
        facts.stream()
                .map(fact -> publisher.publish(EventEnvelope.ofFact(
                        fact,
                        patient,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        new Actor(Role.CLINIC_SYSTEM, "any"),
                        null)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private boolean isApplied(PatientRef patient, List<FactEvent> facts) {
        List<JournalEntry> entries = facts.stream().map(Facts::entry).toList();
        String token = tokens.write(patient.clinic(), Map.of(patient.patient(), entries));
        var position = tokens.read(token, patient).orElseThrow();
        // Each waits for two seconds at most.
        return Stream.generate(() -> positions.await(patient, position))
                .limit(20)
                .anyMatch(Optional::isPresent);
    }

    private long insightsTold() {
        try (LogReplay insights = log.replay(Set.of(Topic.INSIGHT_EVENTS), "rebuild-it")) {
            SortedMap<String, Long> end = insights.end();
            return end.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
