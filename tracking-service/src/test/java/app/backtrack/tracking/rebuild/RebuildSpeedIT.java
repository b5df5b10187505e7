package app.backtrack.tracking.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PainContext;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogReplay;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.caseload.Ward;
import app.backtrack.tracking.generation.GenerationStore;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.projection.JournalProjector;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Folds a large synthetic log anew and says how fast and in how much heap: {@code -Dbacktrack.rebuild.events=1000000},
 * in a heap of {@code -Dtest.heap=320m}. Twenty days of each patient, with five entries that come one after another, as
 * a phone sends them; the first of all is the enrolment. What is folded live has come to the log's end before the
 * measurement begins, so that neither waits for the other.
 */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("slow")
@EnabledIfSystemProperty(named = "backtrack.rebuild.events", matches = "\\d+")
class RebuildSpeedIT {
    private static final int DAYS = 20;
    private static final int ENTRIES_PER_DAY = 5;
    private static final int EVENTS_PER_PATIENT = DAYS * ENTRIES_PER_DAY;
    private static final int AT_A_TIME = 500;
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    @Inject
    EventPublisher publisher;

    @Inject
    LogClients clients;

    @Inject
    Rebuilds rebuilds;

    @Inject
    GenerationStore generations;

    @Inject
    JournalRebuild journal;

    @Inject
    ProgressRebuild progress;

    @Inject
    CaseloadRebuild caseload;

    @Test
    void a_large_log_is_folded_anew_in_bounded_memory() {
        int patients = Integer.getInteger("backtrack.rebuild.events") / EVENTS_PER_PATIENT;
        fill(patients);
        awaitLive();
        for (Rebuildable projection : List.of(journal, progress, caseload)) {
            old().resetPeakUsage();
            try (RebuildBar bar = new RebuildBar(projection.name().word(), projection.counts())) {
                assertThat(rebuilds.run(projection, bar).complete()).isTrue();
                System.out.printf(
                        "%s: %s; old generation at most %,d MiB, heap limited to %,d%n",
                        projection.name().word(),
                        bar.summary(),
                        old().getPeakUsage().getUsed() >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
            generations.write(generations.read(projection.name()).dropped().cleared());
        }
    }

    private void fill(int patients) {
        TestClinic clinic = new TestClinic(publisher);
        List<PatientRef> all = Stream.generate(clinic::stranger).limit(patients).toList();
        List<EventEnvelope<?>> chunk = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (PatientRef patient : all) {
                for (int n = day * ENTRIES_PER_DAY; n < (day + 1) * ENTRIES_PER_DAY; n++) {
                    chunk.add(n == 0 ? Ward.enrolled(patient, "thea.a") : score(patient, n, FIRST.plusDays(day)));
                }
                if (chunk.size() >= AT_A_TIME) {
                    send(chunk);
                    chunk.clear();
                }
            }
        }
        send(chunk);
    }

    private static EventEnvelope<?> score(PatientRef patient, int n, LocalDate date) {
        PainContext context = PainContext.values()[n % PainContext.values().length];
        return EventEnvelope.ofFact(
                Facts.score(n, 1, date, context, n % 11),
                patient,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Actor(Role.CLINIC_SYSTEM, "any"),
                null);
    }

    private void awaitLive() {
        try (LogReplay replay = clients.replay(JournalProjector.TOPICS, JournalProjector.GROUP)) {
            SortedMap<String, Long> end = replay.end();
            while (!LogReplay.reaches(replay.committed(), end)) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    /** Sends again what a busy machine did not acknowledge in time: it counts once. */
    private void send(List<EventEnvelope<?>> events) {
        List<EventEnvelope<?>> unsure = List.copyOf(events);
        while (!unsure.isEmpty()) {
            List<CompletableFuture<Void>> underWay =
                    unsure.stream().map(publisher::publish).toList();
            List<EventEnvelope<?>> again = new ArrayList<>();
            for (int i = 0; i < underWay.size(); i++) {
                try {
                    underWay.get(i).join();
                } catch (CompletionException e) {
                    again.add(unsure.get(i));
                }
            }
            unsure = again;
        }
    }

    /** Peaks of pools are not of one instant, so they cannot be added up; what stays is here. */
    private static MemoryPoolMXBean old() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .findFirst()
                .orElseThrow();
    }
}
