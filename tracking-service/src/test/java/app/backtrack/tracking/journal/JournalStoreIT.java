package app.backtrack.tracking.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalStoreIT {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Instant EARLY = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-20T10:00:00.001Z");
    private static final Actor PATIENT = new Actor(Role.PATIENT, "patient-1");
    private static final Actor THERAPIST = new Actor(Role.THERAPIST, "thea.test");

    @Inject
    JournalStore store;

    private final PatientRef patient =
            new PatientRef(new ClinicId(Tokens.newClinic()), new PatientId(UUID.randomUUID()));

    @Test
    void reports_lie_in_their_week_and_what_amends_them_beside() {
        store.add(List.of(
                event(Facts.score(1, 1, FRIDAY, 4), EARLY, PATIENT),
                event(Facts.score(1, 2, FRIDAY.plusDays(3), 5), EARLY, PATIENT),
                event(Facts.scoreRetracted(2, 2), EARLY, PATIENT)));

        Journal journal = store.read(patient, List.of("2026-W47", "2026-W48", JournalPart.AMENDMENTS));

        assertThat(journal.entries("2026-W47"))
                .containsExactly(new JournalEntry(Facts.score(1, 1, FRIDAY, 4), EARLY, PATIENT));
        assertThat(journal.entries("2026-W48")).isEmpty();
        assertThat(journal.entries(JournalPart.AMENDMENTS)).hasSize(2);
    }

    @Test
    void an_event_that_comes_again_changes_nothing_and_the_first_to_record_it_stays_known() {
        FactEvent score = Facts.score(1, 1, FRIDAY, 4);

        store.add(List.of(event(score, LATE, THERAPIST)));
        store.add(List.of(event(score, EARLY, PATIENT)));
        store.add(List.of(event(score, LATE, THERAPIST), event(score, LATE, PATIENT)));

        assertThat(store.read(patient, List.of("2026-W47")).all())
                .containsExactly(new JournalEntry(score, EARLY, PATIENT));
    }

    @Test
    void another_content_of_the_same_revision_is_kept_beside() {
        store.add(List.of(event(Facts.score(1, 1, FRIDAY, 4), EARLY, PATIENT)));
        store.add(List.of(event(Facts.score(1, 1, FRIDAY, 5), EARLY, PATIENT)));

        assertThat(store.read(patient, List.of("2026-W47")).all()).hasSize(2);
    }

    @Test
    void a_part_goes_on_in_numbered_documents_and_reads_as_one() {
        List<FactEvent> scores = IntStream.range(0, 1_200)
                .mapToObj(n -> (FactEvent) Facts.score(n, 1, FRIDAY, n % 11))
                .toList();
        for (int from = 0; from < scores.size(); from += 100) {
            store.add(scores.subList(from, from + 100).stream()
                    .map(score -> event(score, EARLY, PATIENT))
                    .toList());
        }
        store.add(List.of(event(scores.getFirst(), LATE, THERAPIST)));

        assertThat(store.read(patient, List.of("2026-W47")).all())
                .extracting(JournalEntry::fact)
                .containsExactlyInAnyOrderElementsOf(scores);
    }

    @Test
    void the_journals_of_several_patients_are_read_together_and_each_holds_its_own() {
        PatientRef other = new PatientRef(patient.clinic(), new PatientId(UUID.randomUUID()));
        PatientRef silent = new PatientRef(patient.clinic(), new PatientId(UUID.randomUUID()));
        List<EventEnvelope<FactEvent>> many = IntStream.range(0, 600)
                .mapToObj(n -> event(Facts.score(n, 1, FRIDAY, 4), EARLY, PATIENT))
                .toList();
        store.add(many);
        store.add(List.of(
                event(Facts.score(600, 1, FRIDAY, 4), EARLY, PATIENT),
                EventEnvelope.ofFact(Facts.score(1, 1, FRIDAY, 7), other, EARLY, PATIENT, null)));

        Map<PatientRef, Journal> journals = store.read(
                Map.of(patient, List.of("2026-W47"), other, List.of("2026-W47"), silent, List.of("2026-W47")), 1);

        assertThat(journals)
                .containsOnlyKeys(patient, other, silent)
                .hasEntrySatisfying(
                        patient, journal -> assertThat(journal.all()).hasSize(601));
        assertThat(journals)
                .hasEntrySatisfying(
                        other,
                        journal -> assertThat(journal.all())
                                .extracting(JournalEntry::fact)
                                .containsExactly(Facts.score(1, 1, FRIDAY, 7)));
        assertThat(journals).containsEntry(silent, Journal.EMPTY);
    }

    @Test
    void what_the_clinic_decided_is_a_part_of_its_own() {
        PatientEnrolled enrolled = new PatientEnrolled(1, FRIDAY, "Europe/Berlin", List.of("thea.test"));
        EventEnvelope<?> event = new EventEnvelope<>("patient/1", patient, EARLY, THERAPIST, null, null, enrolled);

        store.add(List.of(event, event));

        Journal journal = store.read(patient, List.of(JournalPart.CARE));
        assertThat(journal.care()).extracting(EventEnvelope::data).hasToString("[" + enrolled + "]");
        assertThat(journal.all()).isEmpty();
    }

    @Test
    void a_patient_of_another_clinic_shares_nothing_with_the_same_pseudonym() {
        store.add(List.of(event(Facts.score(1, 1, FRIDAY, 4), EARLY, PATIENT)));
        PatientRef elsewhere = new PatientRef(new ClinicId(Tokens.newClinic()), patient.patient());

        assertThat(store.read(elsewhere, List.of("2026-W47")).all()).isEmpty();
    }

    private EventEnvelope<FactEvent> event(FactEvent fact, Instant recordedAt, Actor actor) {
        return EventEnvelope.ofFact(fact, patient, recordedAt, actor, null);
    }
}
