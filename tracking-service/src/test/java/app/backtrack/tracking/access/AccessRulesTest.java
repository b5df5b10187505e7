package app.backtrack.tracking.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.AccessEvent.PatientDataRead;
import app.backtrack.events.AccessOutcome;
import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessRulesTest {
    private static final PatientRef PATIENT =
            new PatientRef(new ClinicId("harbour"), PatientId.of("0193a1f0-0000-7000-8000-000000000001"));
    private static final Instant AT = Instant.parse("2026-11-20T18:30:00Z");
    private static final String OPERATION = "GET /v1/patients/{patientId}/progress";
    private static final Actor THEA = new Actor(Role.THERAPIST, "thea");

    @ParameterizedTest
    @CsvSource({"SHOWN, SHOWN", "REFUSED, REFUSED"})
    void a_read_is_an_access_with_what_came_of_it(AccessOutcome outcome, AccessResult result) {
        assertThat(AccessRules.entry(event("access/1", THEA, new PatientDataRead(OPERATION, outcome))))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.patient()).isEqualTo(PATIENT);
                    assertThat(entry.at()).isEqualTo(AT);
                    assertThat(entry.by()).isEqualTo(THEA);
                    assertThat(entry.what()).isEqualTo(OPERATION);
                    assertThat(entry.result()).isEqualTo(result);
                    assertThat(entry.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
                });
    }

    @Test
    void a_write_is_read_off_the_actor_of_its_event() {
        assertThat(AccessRules.entry(event("alert/1", THEA, new AlertAcknowledged("silence/1/2026-11-18"))))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.by()).isEqualTo(THEA);
                    assertThat(entry.what()).isEqualTo("alert-acknowledged");
                    assertThat(entry.result()).isEqualTo(AccessResult.WRITTEN);
                });
    }

    @Test
    void what_patients_write_and_what_follows_from_rules_is_no_access() {
        Actor self = new Actor(Role.PATIENT, PATIENT.patient().toString());

        assertThat(AccessRules.entry(event("patient/2", self, new TherapistsAssigned(2, List.of("tom")))))
                .isEmpty();
        assertThat(AccessRules.entry(event(
                        "insight/1",
                        new Actor(Role.BACKTRACK, "tracking-service"),
                        new InsightWithdrawn(InsightRule.SILENCE, 1, LocalDate.parse("2026-11-18"), null))))
                .isEmpty();
    }

    @Test
    void an_erasure_leaves_nothing_behind() {
        assertThat(AccessRules.entry(event("patient/2", THEA, new PatientErased(2, ErasureReason.PATIENT_REQUEST))))
                .isEmpty();
    }

    @Test
    void the_same_thing_sent_twice_is_one_access_and_another_persons_is_another() {
        EventEnvelope<?> first = event("patient/2", THEA, new TherapistsAssigned(2, List.of("tom")));
        EventEnvelope<?> again = event("patient/2", THEA, new TherapistsAssigned(2, List.of("tom")));
        EventEnvelope<?> other =
                event("patient/2", new Actor(Role.THERAPIST, "tom"), new TherapistsAssigned(2, List.of("tom")));

        assertThat(key(again)).isEqualTo(key(first)).isNotEqualTo(key(other)).doesNotContain(".", "$");
    }

    private static String key(EventEnvelope<?> event) {
        return AccessRules.entry(event).orElseThrow().key();
    }

    private static EventEnvelope<?> event(String id, Actor actor, BacktrackEvent data) {
        return new EventEnvelope<>(id, PATIENT, AT, actor, "4bf92f3577b34da6a3ce929d0e0e4736", null, data);
    }
}
