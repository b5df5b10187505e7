package app.backtrack.tracking.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Role;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.position.PositionTokens;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The fold's promise, kept by the whole service on a real broker and store. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConvergenceIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 31);
    private static final int FACTS = 60;
    private static final Actor SENDER = new Actor(Role.CLINIC_SYSTEM, "any");

    @Inject
    EventPublisher publisher;

    @Inject
    AppliedPositions positions;

    @Inject
    PositionTokens tokens;

    @Inject
    ProgressStore store;

    private final Random random = new Random(20261120);

    @Test
    void the_same_facts_in_any_order_and_number_end_in_the_same_progress() {
        TestClinic clinic = new TestClinic(publisher);
        List<FactEvent> facts = facts();
        List<JournalEntry> journal = facts.stream()
                .map(fact -> new JournalEntry(fact, Facts.RECORDED, SENDER))
                .toList();
        String expected = json(ProgressProjection.foldAll(CareView.EMPTY, journal));

        for (int patients = 0; patients < 3; patients++) {
            PatientRef patient = clinic.enrol();
            List<FactEvent> sent = new ArrayList<>(facts);
            sent.addAll(facts.subList(0, facts.size() / 2));
            Collections.shuffle(sent, random);
            sendInBatches(patient, sent);

            assertThat(isApplied(patient, facts)).isTrue();
            assertThat(json(store.read(patient).view())).isEqualTo(expected);
        }
    }

    /** Scores, sessions and screens with corrections that move across weeks, retractions, restorations, conflicts. */
    private List<FactEvent> facts() {
        List<FactEvent> facts = new ArrayList<>();
        for (int n = 0; n < FACTS; n++) {
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
                facts.add(Facts.screen(n, 1, date(), RedFlag.CONSTANT_NIGHT_PAIN));
                facts.add(Facts.screen(n, 2, date()));
            }
        }
        return facts;
    }

    private LocalDate date() {
        return FIRST.plusDays(random.nextInt(70));
    }

    private void sendInBatches(PatientRef patient, List<FactEvent> facts) {
        for (int from = 0; from < facts.size(); ) {
            int to = Math.min(facts.size(), from + 1 + random.nextInt(20));
            facts.subList(from, to).stream()
                    .map(fact -> publisher.publish(EventEnvelope.ofFact(
                            fact, patient, Instant.now().truncatedTo(ChronoUnit.MILLIS), SENDER, null)))
                    .toList()
                    .forEach(CompletableFuture::join);
            from = to;
        }
    }

    private boolean isApplied(PatientRef patient, List<FactEvent> facts) {
        List<JournalEntry> entries = facts.stream().map(Facts::entry).toList();
        String token = tokens.write(patient.clinic(), Map.of(patient.patient(), entries));
        var position = tokens.read(token, patient).orElseThrow();
        // Each waits for two seconds at most.
        return Stream.generate(() -> positions.await(patient, position))
                .limit(10)
                .anyMatch(Optional::isPresent);
    }

    private static String json(ProgressView view) {
        return new String(EventJson.write(view.with(CareView.EMPTY)), UTF_8);
    }
}
