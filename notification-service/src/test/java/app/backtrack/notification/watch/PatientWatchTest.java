package app.backtrack.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.watch.PatientWatch.Assignment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientWatchTest {
    private static final ClinicianId THEA = new ClinicianId("thea.harbour");
    private static final ClinicianId TOM = new ClinicianId("tom.harbour");
    private static final Addressee THEAS = new Addressee.Clinician(THEA);
    private static final Addressee TOMS = new Addressee.Clinician(TOM);
    private static final Addressee EVERYBODYS = new Addressee.WholeClinic();
    private static final Instant ENROLLED = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant RAISED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant HANDED_OVER = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void nobody_is_told_before_the_enrolment_was_seen() {
        assertThat(told(Map.of(), Severity.CRITICAL)).isEmpty();
    }

    @Test
    void the_whole_clinic_is_told_where_no_therapist_is_assigned() {
        assertThat(told(Map.of(1, at(ENROLLED)), Severity.HIGH)).containsExactly(EVERYBODYS);
    }

    @Test
    void every_assigned_therapist_is_told() {
        assertThat(told(Map.of(1, at(ENROLLED, TOM, THEA)), Severity.INFO)).containsExactly(THEAS, TOMS);
    }

    @Test
    void what_was_found_before_the_enrolment_is_for_the_first_therapist() {
        assertThat(told(Map.of(1, at(RAISED.plusMillis(1), THEA)), Severity.INFO))
                .containsExactly(THEAS);
    }

    @Test
    void what_is_found_from_a_change_of_therapists_on_is_for_the_new_one() {
        assertThat(told(Map.of(1, at(ENROLLED, THEA), 2, at(RAISED, TOM)), Severity.INFO))
                .containsExactly(TOMS);
    }

    @ParameterizedTest
    @CsvSource({"INFO, false", "LOW, false", "MEDIUM, false", "HIGH, true", "CRITICAL, true"})
    void who_takes_a_patient_over_is_told_of_what_is_urgent(Severity severity, boolean tomToo) {
        List<Addressee> told = told(Map.of(1, at(ENROLLED, THEA), 2, at(HANDED_OVER, TOM)), severity);

        assertThat(told).isEqualTo(tomToo ? List.of(THEAS, TOMS) : List.of(THEAS));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T11:59:59Z, false", "2026-11-20T12:00:00Z, false", "2026-11-20T12:00:01Z, true"})
    void what_was_settled_or_withdrawn_before_is_not_handed_over(Instant end, boolean tomToo) {
        PatientWatch watch = watch(Map.of(1, at(ENROLLED, THEA), 2, at(HANDED_OVER, TOM)));

        assertThat(watch.addressees(finding(Severity.CRITICAL, null), end).contains(TOMS))
                .isEqualTo(tomToo);
        assertThat(watch.addressees(finding(Severity.CRITICAL, end), null).contains(TOMS))
                .isEqualTo(tomToo);
    }

    @Test
    void what_the_whole_clinic_has_is_not_handed_over() {
        assertThat(told(Map.of(1, at(ENROLLED), 2, at(HANDED_OVER, TOM)), Severity.CRITICAL))
                .containsExactly(EVERYBODYS);
    }

    @Test
    void the_highest_version_says_who_looks_after_the_patient_now() {
        assertThat(watch(Map.of(10, at(ENROLLED, TOM), 9, at(HANDED_OVER, THEA)))
                        .therapists())
                .contains(Set.of(TOM));
        assertThat(watch(Map.of()).therapists()).isEmpty();
    }

    private static List<Addressee> told(Map<Integer, Assignment> assignments, Severity severity) {
        return watch(assignments).addressees(finding(severity, null), null);
    }

    private static PatientWatch watch(Map<Integer, Assignment> assignments) {
        PatientRef patient = new PatientRef(new ClinicId("harbour-physio"), new PatientId(new UUID(0, 1)));
        return new PatientWatch(patient, new TreeMap<>(assignments), List.of());
    }

    private static Assignment at(Instant since, ClinicianId... therapists) {
        return new Assignment(Set.of(therapists), since);
    }

    private static Finding finding(Severity severity, @Nullable Instant withdrawnAt) {
        LocalDate since = LocalDate.of(2026, 11, 20);
        InsightRaised insight = new InsightRaised(
                InsightRule.TREND_WORSENING, 1, since, null, severity, null, new TreeMap<>(), List.of());
        return new Finding(insight, RAISED, withdrawnAt);
    }
}
