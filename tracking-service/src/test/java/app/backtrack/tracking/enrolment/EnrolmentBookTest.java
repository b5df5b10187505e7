package app.backtrack.tracking.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentBookTest {
    private static final PatientRef PATIENT =
            new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
    private static final LocalDate ENROLLED = LocalDate.of(2026, 9, 1);
    private static final UUID PROGRAM = UUID.randomUUID();

    private final EnrolmentBook book = new EnrolmentBook();

    @Test
    void nobody_is_enrolled_in_an_empty_book() {
        assertThat(book.earliest(PATIENT)).isEmpty();
    }

    @Test
    void of_what_was_said_about_consent_the_highest_version_holds_in_whatever_order_it_comes() {
        enter(enrolled());
        assertThat(book.isWithdrawn(PATIENT)).isFalse();

        enter(new ConsentWithdrawn(3, ConsentPurpose.TRACKING));
        enter(new ConsentGiven(2, ConsentPurpose.TRACKING, null));
        assertThat(book.isWithdrawn(PATIENT)).isTrue();

        enter(new ConsentGiven(4, ConsentPurpose.TRACKING, null));
        enter(new ConsentWithdrawn(3, ConsentPurpose.TRACKING));
        assertThat(book.isWithdrawn(PATIENT)).isFalse();
    }

    @Test
    void an_erased_patient_is_nobodys_any_more() {
        enter(enrolled());

        enter(new PatientErased(2, ErasureReason.PATIENT_REQUEST));

        assertThat(book.earliest(PATIENT)).isEmpty();
    }

    @Test
    void without_a_program_facts_reach_back_a_year_before_enrolment() {
        enter(enrolled());

        assertThat(book.earliest(PATIENT)).contains(LocalDate.of(2025, 9, 1));
    }

    @Test
    void with_a_program_facts_reach_back_a_year_before_its_start() {
        enter(enrolled());
        enter(prescribed(1, LocalDate.of(2026, 8, 3)));

        assertThat(book.earliest(PATIENT)).contains(LocalDate.of(2025, 8, 3));
    }

    @Test
    void a_program_alone_enrols_nobody_until_the_patients_own_event_comes() {
        enter(prescribed(1, LocalDate.of(2026, 8, 3)));
        assertThat(book.earliest(PATIENT)).isEmpty();

        enter(enrolled());
        assertThat(book.earliest(PATIENT)).contains(LocalDate.of(2025, 8, 3));
    }

    @Test
    void the_highest_version_says_when_a_program_starts_whatever_came_last() {
        enter(enrolled());
        enter(revised(2, LocalDate.of(2026, 8, 10)));
        enter(prescribed(1, LocalDate.of(2026, 8, 3)));
        enter(revised(2, LocalDate.of(2026, 8, 10)));

        assertThat(book.earliest(PATIENT)).contains(LocalDate.of(2025, 8, 10));
    }

    @Test
    void the_same_pseudonym_in_another_clinic_is_somebody_else() {
        enter(enrolled());

        assertThat(book.earliest(new PatientRef(new ClinicId("hillside-backs"), PATIENT.patient())))
                .isEmpty();
    }

    private void enter(BacktrackEvent event) {
        book.enter(new EventEnvelope<>(
                "any", PATIENT, Instant.EPOCH, new Actor(Role.CLINIC_SYSTEM, "system"), null, null, event));
    }

    private static PatientEnrolled enrolled() {
        return new PatientEnrolled(1, ENROLLED, "Europe/Berlin", List.of());
    }

    private static ProgramPrescribed prescribed(int version, LocalDate startsOn) {
        return new ProgramPrescribed(PROGRAM, version, startsOn, plan(startsOn), null);
    }

    private static ProgramRevised revised(int version, LocalDate startsOn) {
        return new ProgramRevised(PROGRAM, version, startsOn, plan(startsOn), null, ProgramStatus.ACTIVE);
    }

    private static ProgramPlan plan(LocalDate startsOn) {
        return new ProgramPlan(
                "lower-back-starter",
                "First steps",
                startsOn,
                12,
                List.of(),
                List.of(new PlannedExercise(
                        "plank",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Sides.of(SideRule.TWO_SIDED),
                        Frequency.timesPerWeek(3),
                        null,
                        null)),
                List.of());
    }
}
