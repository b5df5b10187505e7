package app.backtrack.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.alert.Alert;
import app.backtrack.notification.alert.AlertDecision;
import app.backtrack.notification.inbox.Addressee;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalationPlannerTest {
    private static final Instant RAISED = Instant.parse("2026-11-20T22:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Addressee EVERYBODY = new Addressee.WholeClinic();
    private static final Addressee TOM = new Addressee.Clinician(new ClinicianId("tom"));
    private static final Set<ClinicianId> THEA = Set.of(new ClinicianId("thea"));

    private final Alert open = alert(Severity.CRITICAL, null);

    @Test
    void nobody_else_is_told_within_the_first_pause() {
        assertThat(at("PT14M59.999S", open, Optional.of(THEA), "thea", "tom")).isEmpty();
    }

    @Test
    void a_second_clinician_is_told_after_one_pause_and_the_whole_clinic_after_two() {
        assertThat(at("PT15M", open, Optional.of(THEA), "thea", "tom", "zoe")).containsExactly(TOM);
        assertThat(at("PT29M59.999S", open, Optional.of(THEA), "thea", "tom", "zoe"))
                .containsExactly(TOM);
        assertThat(at("PT30M", open, Optional.of(THEA), "thea", "tom", "zoe")).containsExactly(EVERYBODY);
    }

    @Test
    void where_there_is_no_second_clinician_to_reach_the_whole_clinic_is_told() {
        assertThat(at("PT15M", open, Optional.of(THEA), "thea")).containsExactly(EVERYBODY);
    }

    @Test
    void a_patient_without_a_therapist_or_a_known_enrolment_is_the_whole_clinics() {
        assertThat(at("PT15M", open, Optional.empty(), "tom")).containsExactly(EVERYBODY);
        assertThat(at("PT15M", open, Optional.of(Set.of()), "tom")).containsExactly(EVERYBODY);
        assertThat(at("PT14M", open, Optional.empty(), "tom")).isEmpty();
    }

    @Test
    void what_is_48_hours_old_is_told_to_nobody() {
        assertThat(at("PT47H59M", open, Optional.of(THEA), "tom")).containsExactly(EVERYBODY);
        assertThat(at("PT48H", open, Optional.of(THEA), "tom")).isEmpty();
    }

    @Test
    void who_acknowledges_or_closes_it_ends_it_and_who_hands_it_on_does_not() {
        Alert acknowledged = alert(Severity.CRITICAL, null, new AlertAcknowledged("i"));
        Alert closed = alert(
                Severity.CRITICAL, null, new RedFlagClosed("i", List.of(new UUID(0, 1)), AlertOutcome.REFERRED, null));
        Alert assigned = alert(Severity.CRITICAL, null, new AlertAssigned("i", "tom"));

        assertThat(at("PT30M", acknowledged, Optional.of(THEA), "tom")).isEmpty();
        assertThat(at("PT30M", closed, Optional.of(THEA), "tom")).isEmpty();
        assertThat(at("PT30M", assigned, Optional.of(THEA), "tom")).containsExactly(EVERYBODY);
    }

    @Test
    void what_was_withdrawn_or_is_not_critical_is_not_escalated() {
        assertThat(at("PT30M", alert(Severity.CRITICAL, RAISED), Optional.of(THEA), "tom"))
                .isEmpty();
        assertThat(at("PT30M", alert(Severity.HIGH, null), Optional.of(THEA), "tom"))
                .isEmpty();
    }

    private static List<Addressee> at(
            String after, Alert alert, Optional<Set<ClinicianId>> therapists, String... reachable) {
        TreeSet<ClinicianId> ids = new TreeSet<>();
        for (String id : reachable) {
            ids.add(new ClinicianId(id));
        }
        return EscalationPlanner.addressees(alert, therapists, ids, PAUSE, RAISED.plus(Duration.parse(after)));
    }

    private static Alert alert(Severity severity, @Nullable Instant withdrawnAt, AlertEvent... decisions) {
        InsightRaised insight = new InsightRaised(
                InsightRule.RED_FLAG, 1, LocalDate.of(2026, 11, 20), null, severity, null, new TreeMap<>(), List.of());
        List<AlertDecision> decided = List.of(decisions).stream()
                .map(event -> new AlertDecision("d", event, new Actor(Role.THERAPIST, "thea"), RAISED))
                .toList();
        return new Alert(
                PatientRef.of("harbour/0190c0de-0000-7000-8000-0000000000aa"),
                insight.insightId(),
                new Alert.Raised(insight, RAISED),
                withdrawnAt,
                decided,
                1);
    }
}
