package app.backtrack.program.patient;

import static app.backtrack.program.patient.PatientSpec.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.program.patient.PatientCommand.AssignTherapists;
import app.backtrack.program.patient.PatientCommand.ChangeTimeZone;
import app.backtrack.program.patient.PatientCommand.Discharge;
import app.backtrack.program.patient.PatientCommand.EnrolAgain;
import app.backtrack.program.patient.PatientCommand.SetGoals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientDeciderTest {
    /** In Berlin it is the 20th, in Auckland the 21st already, in Los Angeles the 20th still. */
    private static final Instant AT = Instant.parse("2026-11-20T18:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID PROGRAM = UUID.fromString("0198f0a5-0000-7000-8000-000000000001");
    private static final UUID GOAL = UUID.fromString("0198f0a5-0000-7000-8000-000000000002");
    private static final PatientEnrolled ENROLLED =
            new PatientEnrolled(1, LocalDate.of(2026, 9, 4), "Europe/Berlin", List.of("thea.harbour"));
    private static final PatientDischarged DISCHARGED = new PatientDischarged(2, LocalDate.of(2026, 11, 1), null);

    @Test
    void a_discharge_makes_today_the_last_day_in_care() {
        given(ENROLLED)
                .when(new Discharge("Goals reached", null, AT))
                .then(new PatientDischarged(2, TODAY, "Goals reached"));
    }

    @Test
    void who_has_an_open_program_is_not_discharged_and_the_refusal_names_it() {
        given(ENROLLED).when(new Discharge(null, PROGRAM, AT)).thenRejected(PatientRejection.programOpen(PROGRAM));

        assertThat(PatientRejection.programOpen(PROGRAM).detail()).contains(PROGRAM.toString(), "/stop");
    }

    @ParameterizedTest
    @MethodSource("changesOfCare")
    void of_a_discharged_patient_nothing_is_changed_any_more(PatientCommand command) {
        given(ENROLLED, DISCHARGED).when(command).thenRejected(PatientRejection.DISCHARGED);
    }

    private static List<PatientCommand> changesOfCare() {
        return List.of(
                new Discharge(null, null, AT),
                new ChangeTimeZone("Europe/London", null, AT),
                new AssignTherapists(List.of(), AT),
                new SetGoals(List.of(), List.of(), AT));
    }

    @Test
    void a_discharged_patient_is_taken_on_again_as_of_today_in_the_new_zone() {
        given(ENROLLED, DISCHARGED)
                .when(new EnrolAgain("Pacific/Auckland", List.of("tom.harbour"), AT))
                .then(new PatientEnrolled(3, LocalDate.of(2026, 11, 21), "Pacific/Auckland", List.of("tom.harbour")));
    }

    @Test
    void who_is_enrolled_is_not_taken_on_again() {
        given(ENROLLED)
                .when(new EnrolAgain("Europe/Berlin", List.of(), AT))
                .thenRejected(PatientRejection.STILL_ENROLLED);
    }

    @Test
    void goals_and_zones_outlast_a_discharge() {
        PatientGoalsSet goals = new PatientGoalsSet(2, List.of(goal(null)), List.of());
        Care care = PatientSpec.replay(List.of(
                ENROLLED,
                goals,
                new PatientDischarged(3, LocalDate.of(2026, 11, 1), null),
                new PatientEnrolled(4, TODAY, "Europe/London", List.of())));

        assertThat(care)
                .isEqualTo(new Care(
                        4,
                        CareStatus.ENROLLED,
                        TODAY,
                        null,
                        List.of(
                                new ZoneSpan("Europe/Berlin", LocalDate.of(2026, 9, 4)),
                                new ZoneSpan("Europe/London", TODAY)),
                        List.of(),
                        List.of(goal(null)),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Auckland,2026-11-21", "America/Los_Angeles,2026-11-20"})
    void a_time_zone_holds_from_today_there_if_nothing_is_said(String zone, LocalDate today) {
        given(ENROLLED).when(new ChangeTimeZone(zone, null, AT)).then(new PatientTimeZoneChanged(2, zone, today));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21", "2027-11-21"})
    void a_time_zone_may_hold_from_today_there_to_a_year_ahead(LocalDate from) {
        given(ENROLLED)
                .when(new ChangeTimeZone("Pacific/Auckland", from, AT))
                .then(new PatientTimeZoneChanged(2, "Pacific/Auckland", from));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "2027-11-22"})
    void a_time_zone_may_not_hold_from_the_past_or_from_later(LocalDate from) {
        given(ENROLLED)
                .when(new ChangeTimeZone("Pacific/Auckland", from, AT))
                .thenRejected(PatientRejection.ZONE_DATE_OUT_OF_RANGE);
    }

    @Test
    void the_zone_that_holds_already_is_no_change_and_a_move_that_was_called_off_is_one() {
        PatientTimeZoneChanged moves = new PatientTimeZoneChanged(2, "Europe/London", TODAY.plusDays(7));

        given(ENROLLED).when(new ChangeTimeZone("Europe/Berlin", null, AT)).thenUnchanged();
        given(ENROLLED, moves)
                .when(new ChangeTimeZone("Europe/Berlin", null, AT))
                .then(new PatientTimeZoneChanged(3, "Europe/Berlin", TODAY));
        given(ENROLLED, moves)
                .when(new ChangeTimeZone("Europe/London", null, AT))
                .then(new PatientTimeZoneChanged(3, "Europe/London", TODAY));
    }

    @Test
    void therapists_are_replaced_as_a_whole() {
        given(ENROLLED)
                .when(new AssignTherapists(List.of("tom.harbour"), AT))
                .then(new TherapistsAssigned(2, List.of("tom.harbour")));
        given(ENROLLED).when(new AssignTherapists(List.of(), AT)).then(new TherapistsAssigned(2, List.of()));
        given(ENROLLED).when(new AssignTherapists(List.of("thea.harbour"), AT)).thenUnchanged();
    }

    @Test
    void goals_and_activities_are_replaced_as_a_whole() {
        SetGoals command = new SetGoals(List.of(goal(TODAY.plusDays(90))), List.of(), AT);
        PatientGoalsSet set = new PatientGoalsSet(2, List.of(goal(TODAY.plusDays(90))), List.of());

        given(ENROLLED).when(command).then(set);
        given(ENROLLED, set).when(command).thenUnchanged();
        given(ENROLLED, set)
                .when(new SetGoals(List.of(), List.of(), AT))
                .then(new PatientGoalsSet(3, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"2016-11-19", "2036-11-21", "+999999999-12-31"})
    void a_goal_for_a_day_that_nobody_means_is_refused_with_its_place(LocalDate date) {
        given(ENROLLED)
                .when(new SetGoals(List.of(), List.of(goal(null), goal(date)), AT))
                .thenRejected(PatientRejection.goalOutOfRange("/activities/1/targetDate"));
    }

    @Test
    void after_500_versions_only_a_discharge_is_taken_in() {
        List<PatientEvent> events = new ArrayList<>(List.of(ENROLLED));
        for (int version = 2; version <= PatientDecider.MAX_VERSIONS; version++) {
            events.add(new TherapistsAssigned(version, List.of("therapist-" + version)));
        }
        PatientSpec full = given(events.toArray(PatientEvent[]::new));

        full.when(new AssignTherapists(List.of(), AT)).thenRejected(PatientRejection.TOO_MANY_VERSIONS);
        full.when(new Discharge(null, null, AT)).then(new PatientDischarged(501, TODAY, null));
    }

    @Test
    void a_stream_that_does_not_begin_with_an_enrolment_is_no_patients() {
        assertThatThrownBy(() -> PatientDecider.evolve(null, DISCHARGED)).isInstanceOf(IllegalStateException.class);
    }

    private static Goal goal(@Nullable LocalDate targetDate) {
        return new Goal(GOAL, "Sit through a film", targetDate);
    }
}
