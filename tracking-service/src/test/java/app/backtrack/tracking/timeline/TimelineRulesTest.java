package app.backtrack.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.tracking.journal.Facts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineRulesTest {
    private static final PatientRef PATIENT = new PatientRef(new ClinicId("harbour"), new PatientId(new UUID(0, 1)));

    @Test
    void of_two_contents_of_one_version_the_one_recorded_first_counts_whatever_their_order() {
        EventEnvelope<?> first = assigned(2, "thea.a", Facts.RECORDED);
        EventEnvelope<?> second = assigned(2, "theo.b", Facts.RECORDED.plusMillis(1));
        EventEnvelope<?> next = assigned(3, "theo.b", Facts.RECORDED);

        assertThat(TimelineRules.decisions(List.of(next, second, first)))
                .extracting(
                        TimelineEntry::revision,
                        entry -> ((TherapistsAssigned) entry.content()).therapists(),
                        TimelineEntry::counts,
                        TimelineEntry::conflict)
                .containsExactly(
                        tuple(2, List.of("thea.a"), true, true),
                        tuple(2, List.of("theo.b"), false, true),
                        tuple(3, List.of("theo.b"), true, false));
    }

    private static EventEnvelope<?> assigned(int version, String therapist, Instant at) {
        return new EventEnvelope<>(
                "patient/" + PATIENT.patient() + "/" + version,
                PATIENT,
                at,
                new Actor(Role.CLINIC_ADMIN, "any"),
                null,
                null,
                new TherapistsAssigned(version, List.of(therapist)));
    }
}
