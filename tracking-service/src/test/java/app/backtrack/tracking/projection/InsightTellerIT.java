package app.backtrack.tracking.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.events.Threshold;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogFollower;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.settings.ClinicSettingsBook;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    JournalProjector projector;

    @Inject
    ProgressStore store;

    @Inject
    InsightLedgerStore ledgers;

    @Inject
    LogClients log;

    @Inject
    EventPublisher publisher;

    @Inject
    ClinicSettingsBook settings;

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
    void a_closed_red_flag_is_withdrawn_and_a_further_screen_of_the_day_is_told_anew() {
        projector.handle(
                List.of(bench.enrolled(), bench.event(Facts.screen(1, 1, Bench.TODAY, RedFlag.SADDLE_NUMBNESS))));
        String insight = "red-flag/1/" + Bench.TODAY + "/" + Facts.id(1);

        List<Outcome> outcomes = projector.handle(List.of(bench.snoozed(insight), bench.closed(insight, Facts.id(1))));
        projector.handle(List.of(bench.event(Facts.screen(2, 1, Bench.TODAY, RedFlag.SADDLE_NUMBNESS))));

        assertThat(outcomes).containsExactly(Outcome.IGNORED, Outcome.APPLIED);
        assertThat(told())
                .extracting(event -> ((InsightEvent) event.data()).insightId())
                .containsExactly(insight, insight, "red-flag/1/" + Bench.TODAY + "/" + Facts.id(2));
        assertThat(told()).element(1).extracting(EventEnvelope::data).isInstanceOf(InsightWithdrawn.class);
    }

    @Test
    void the_closing_of_a_red_flag_is_read_from_the_topic_of_alerts() {
        projector.handle(
                List.of(bench.enrolled(), bench.event(Facts.screen(1, 1, Bench.TODAY, RedFlag.SADDLE_NUMBNESS))));

        publisher
                .publish(bench.closed("red-flag/1/" + Bench.TODAY, Facts.id(1)))
                .join();

        await().atMost(PATIENCE)
                .until(() -> store.read(bench.patient()).view().care().closed(Facts.id(1)));
    }

    @Test
    void a_silence_is_told_when_its_hour_has_come_and_withdrawn_when_something_is_heard() {
        projector.handle(List.of(
                bench.enrolled(),
                bench.prescribed(Bench.TODAY.minusDays(3), Instant.now().minus(50, ChronoUnit.HOURS))));

        assertThat(told())
                .extracting(event -> ((InsightRaised) event.data()).rule())
                .containsExactly(InsightRule.SILENCE);
        projector.handle(List.of(bench.event(Facts.score(1, 1, Bench.TODAY, 4))));
        assertThat(told()).hasSize(2).last().extracting(EventEnvelope::data).isInstanceOf(InsightWithdrawn.class);
    }

    @Test
    void a_review_is_due_when_silence_would_begin() {
        Instant prescribed = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(48, ChronoUnit.HOURS);
        projector.handle(List.of(bench.enrolled(), bench.prescribed(Bench.TODAY.minusDays(3), prescribed)));

        Instant midnight = Bench.TODAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant silent = prescribed.plus(49, ChronoUnit.HOURS);
        assertThat(store.read(bench.patient()).reviewAt()).isEqualTo(silent.isBefore(midnight) ? silent : midnight);
    }

    @Test
    void a_patient_is_judged_by_what_the_clinic_has_set() {
        publisher
                .publish(new ClinicEnvelope(
                        bench.patient().clinic(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        new Actor(Role.CLINIC_ADMIN, "ada.harbour"),
                        new ClinicSettingsChanged(
                                1,
                                Bench.TODAY.minusDays(30),
                                new ClinicSettings(
                                        new TreeMap<>(Map.of(Threshold.SILENCE_HOURS, BigDecimal.valueOf(72))),
                                        null,
                                        null,
                                        null),
                                null)))
                .join();
        await().atMost(PATIENCE)
                .until(() -> !settings.byDate(bench.patient().clinic())
                        .on(Bench.TODAY)
                        .equals(Settings.DEFAULT));

        projector.handle(List.of(
                bench.enrolled(),
                bench.prescribed(Bench.TODAY.minusDays(3), Instant.now().minus(50, ChronoUnit.HOURS))));

        assertThat(told()).isEmpty();
    }

    @Test
    void worsening_is_told_when_it_first_holds_and_withdrawn_when_corrections_end_it() {
        List<EventEnvelope<?>> rising = new ArrayList<>(List.of(bench.enrolled()));
        rising.addAll(rising());
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

    /** Alone, the newest days rise; after those before them they do not. */
    @Test
    void a_history_that_comes_newest_first_is_judged_once_the_reader_has_all_of_it() {
        Bench alone = new Bench();
        projector.handle(slowlyRising(alone), false);
        assertThat(toldOf(List.of(alone.patient())))
                .extracting(event -> ((InsightRaised) event.data()).rule())
                .containsExactly(InsightRule.TREND_WORSENING, InsightRule.PAIN_SPIKE);

        projector.handle(slowlyRising(bench), true);
        assertThat(told()).isEmpty();
        projector.handle(
                IntStream.range(12, 27)
                        .<EventEnvelope<?>>mapToObj(
                                day -> bench.event(Facts.score(day, 1, Bench.TODAY.minusDays(day), 9)))
                        .toList(),
                false);

        assertThat(told()).isEmpty();
        assertThat(ledgers.read(bench.patient()).marks().keySet()).noneMatch(id -> id.startsWith("trend-worsening/"));
    }

    private static List<EventEnvelope<?>> slowlyRising(Bench bench) {
        List<EventEnvelope<?>> events = new ArrayList<>(List.of(bench.enrolled()));
        IntStream.range(0, 12)
                .forEach(day ->
                        events.add(bench.event(Facts.score(day, 1, Bench.TODAY.minusDays(11 - day), day / 3 + 2))));
        return events;
    }

    @Test
    void who_waits_for_more_that_does_not_come_is_judged_all_the_same_and_a_red_flag_never_waits() {
        List<EventEnvelope<?>> batch = new ArrayList<>(List.of(bench.enrolled()));
        batch.addAll(rising());
        batch.add(bench.event(Facts.screen(99, 1, Bench.TODAY, RedFlag.SADDLE_NUMBNESS)));

        projector.handle(batch, true);

        assertThat(told())
                .extracting(event -> ((InsightRaised) event.data()).rule())
                .containsExactly(InsightRule.RED_FLAG);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told())
                        .extracting(event -> ((InsightRaised) event.data()).rule())
                        .containsExactly(InsightRule.RED_FLAG, InsightRule.TREND_WORSENING));
    }

    private List<EventEnvelope<?>> rising() {
        return IntStream.range(0, 12)
                .<EventEnvelope<?>>mapToObj(
                        day -> bench.event(Facts.score(day, 1, Bench.TODAY.minusDays(11 - day), day / 2 + 2)))
                .toList();
    }

    @Test
    void an_import_of_old_facts_wakes_nobody() {
        List<EventEnvelope<?>> old = new ArrayList<>(List.of(bench.enrolled()));
        old.add(bench.prescribed(Bench.TODAY.minusDays(90), Instant.now().minus(90, ChronoUnit.DAYS)));
        old.add(bench.event(Facts.flare(98, 1, Bench.TODAY.minusDays(20))));
        old.add(bench.event(Facts.screen(99, 1, Bench.TODAY.minusDays(20), RedFlag.CONSTANT_NIGHT_PAIN)));
        IntStream.range(0, 20)
                .forEach(
                        day -> old.add(bench.event(Facts.score(day, 1, Bench.TODAY.minusDays(24 - day), day / 3 + 2))));

        projector.handle(old);

        assertThat(told()).isEmpty();
        assertThat(ledgers.read(bench.patient()).marks())
                .containsKeys(
                        "red-flag/1/" + Bench.TODAY.minusDays(20) + "/" + Facts.id(99),
                        "review-due/1/" + Bench.TODAY.minusDays(6) + "/week-12")
                .allSatisfy((id, mark) -> assertThat(mark.toldAt()).isNull());
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
