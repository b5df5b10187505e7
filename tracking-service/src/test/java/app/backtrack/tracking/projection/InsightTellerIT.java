package app.backtrack.tracking.projection;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Severity;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogFollower;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.journal.Facts;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InsightTellerIT {
    @Inject
    JournalProjector projector;

    @Inject
    ProgressStore store;

    @Inject
    InsightLedgerStore ledgers;

    @Inject
    LogClients log;

    private final Bench bench = new Bench();

    @Test
    void a_red_flag_is_told_once_and_stands_when_its_screen_is_taken_back() {
        FactEvent screen = Facts.screen(1, 1, Bench.TODAY, RedFlag.SADDLE_NUMBNESS);
        projector.handle(List.of(bench.enrolled(), bench.event(screen)));
        projector.handle(List.of(bench.event(screen)));
        projector.handle(List.of(bench.event(Facts.screenRetracted(1, 2))));

        assertThat(told()).singleElement().satisfies(insight -> {
            assertThat(insight.id()).matches("insight/[0-9a-f-]{36}");
            assertThat(insight.data()).isInstanceOfSatisfying(InsightRaised.class, raised -> {
                assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
                assertThat(raised.evidence()).containsExactly(screen.eventId());
            });
        });
    }

    @Test
    void worsening_is_told_when_it_first_holds_and_withdrawn_when_corrections_end_it() {
        List<EventEnvelope<?>> rising = new ArrayList<>(List.of(bench.enrolled()));
        IntStream.range(0, 12)
                .forEach(day ->
                        rising.add(bench.event(Facts.score(day, 1, Bench.TODAY.minusDays(11 - day), day / 2 + 2))));
        projector.handle(rising);
        assertThat(told())
                .extracting(EventEnvelope::data)
                .singleElement()
                .isInstanceOfSatisfying(
                        InsightRaised.class,
                        raised -> assertThat(raised.rule()).isEqualTo(InsightRule.TREND_WORSENING));

        projector.handle(IntStream.range(0, 12)
                .<EventEnvelope<?>>mapToObj(day -> bench.event(Facts.score(day, 2, Bench.TODAY.minusDays(11 - day), 2)))
                .toList());

        assertThat(told()).hasSize(2).last().extracting(EventEnvelope::data).isInstanceOf(InsightWithdrawn.class);
    }

    @Test
    void the_red_flags_of_one_batch_are_each_told_once_for_their_own_patient() {
        List<Bench> benches = Stream.generate(Bench::new).limit(20).toList();
        List<EventEnvelope<?>> batch = new ArrayList<>();
        for (int n = 0; n < benches.size(); n++) {
            batch.add(benches.get(n).enrolled());
            batch.add(benches.get(n).event(Facts.screen(n, 1, Bench.TODAY, RedFlag.SADDLE_NUMBNESS)));
        }

        projector.handle(batch);
        projector.handle(batch);

        assertThat(benches).allSatisfy(one -> {
            assertThat(store.read(one.patient()).pending()).isEmpty();
            assertThat(ledgers.read(one.patient()).marks()).hasSize(1);
        });
        assertThat(toldOf(benches.stream().map(Bench::patient).toList()))
                .extracting(EventEnvelope::subject)
                .containsExactlyInAnyOrderElementsOf(
                        benches.stream().map(Bench::patient).toList());
    }

    @Test
    void an_import_of_old_facts_wakes_nobody() {
        List<EventEnvelope<?>> old = new ArrayList<>(List.of(bench.enrolled()));
        old.add(bench.event(Facts.screen(99, 1, Bench.TODAY.minusDays(20), RedFlag.CONSTANT_NIGHT_PAIN)));
        IntStream.range(0, 20)
                .forEach(
                        day -> old.add(bench.event(Facts.score(day, 1, Bench.TODAY.minusDays(24 - day), day / 3 + 2))));

        projector.handle(old);

        assertThat(told()).isEmpty();
        assertThat(ledgers.read(bench.patient()).marks())
                .containsKey("red-flag/1/" + Bench.TODAY.minusDays(20))
                .allSatisfy((id, mark) -> assertThat(mark.told()).isFalse());
    }

    @Test
    void a_kill_after_the_decision_and_before_the_telling_is_made_good() {
        projector.handle(List.of(bench.enrolled(), bench.event(Facts.score(1, 1, Bench.TODAY, 4))));
        ProgressDocument document = store.read(bench.patient());
        InsightStep decided = new InsightStep.Raise(
                UUID.randomUUID(),
                new InsightRaised(
                        InsightRule.RED_FLAG,
                        1,
                        Bench.TODAY,
                        null,
                        Severity.CRITICAL,
                        null,
                        new TreeMap<>(),
                        List.of()),
                Instant.parse("2026-11-20T18:30:00Z"));
        assertThat(store.write(document.with(List.of(decided), document.reviewAt())))
                .isNotNull();

        projector.handle(List.of(bench.event(Facts.score(1, 1, Bench.TODAY, 4))));

        assertThat(told())
                .first()
                .extracting(EventEnvelope::recordedAt)
                .isEqualTo(Instant.parse("2026-11-20T18:30:00Z"));
        assertThat(store.read(bench.patient()).pending()).isEmpty();
    }

    /** Everything that the log says of the patient's insights by now. */
    private List<EventEnvelope<?>> told() {
        return toldOf(List.of(bench.patient()));
    }

    private List<EventEnvelope<?>> toldOf(List<PatientRef> patients) {
        List<EventEnvelope<?>> told = new CopyOnWriteArrayList<>();
        try (LogFollower reader = log.follow(Topic.INSIGHT_EVENTS, event -> {
            if (patients.contains(event.subject())) {
                told.add(event);
            }
        })) {
            assertThat(reader.caughtUp(Duration.ofSeconds(20)).join()).isTrue();
        }
        return told;
    }
}
