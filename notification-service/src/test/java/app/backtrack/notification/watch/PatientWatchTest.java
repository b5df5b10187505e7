package app.backtrack.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.inbox.Addressee;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientWatchTest {
    private static final ClinicianId THEA = new ClinicianId("thea.harbour");
    private static final ClinicianId TOM = new ClinicianId("tom.harbour");

    @Test
    void nobody_is_told_before_the_enrolment_was_seen() {
        assertThat(watch(Optional.empty()).addressees()).isEmpty();
    }

    @Test
    void the_whole_clinic_is_told_where_no_therapist_is_assigned() {
        assertThat(watch(Optional.of(Set.of())).addressees()).containsExactly(new Addressee.WholeClinic());
    }

    @Test
    void every_assigned_therapist_is_told() {
        assertThat(watch(Optional.of(Set.of(TOM, THEA))).addressees())
                .containsExactly(new Addressee.Clinician(THEA), new Addressee.Clinician(TOM));
    }

    private static PatientWatch watch(Optional<Set<ClinicianId>> therapists) {
        PatientRef patient = new PatientRef(new ClinicId("harbour-physio"), new PatientId(new UUID(0, 1)));
        return new PatientWatch(patient, therapists, List.of());
    }
}
