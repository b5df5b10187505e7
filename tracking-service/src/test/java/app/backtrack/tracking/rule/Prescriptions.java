package app.backtrack.tracking.rule;

import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramStopped;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import app.backtrack.tracking.care.CareProjection;
import app.backtrack.tracking.care.CareView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A patient in Berlin with one program of 12 weeks, prescribed at seven in the morning (UTC) of its first day. */
final class Prescriptions {
    private static final UUID PROGRAM = UUID.fromString("0199a000-0000-7000-8000-000000000002");

    private final LocalDate startsOn;
    private final ProgramPlan plan;
    private CareView care;

    private Prescriptions(LocalDate startsOn, Frequency frequency) {
        this.startsOn = startsOn;
        PlannedExercise bridge = new PlannedExercise(
                "bridge",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Sides.of(SideRule.TWO_SIDED),
                frequency,
                null,
                null);
        plan = new ProgramPlan("lower-back-starter", "Lower back", startsOn, 12, List.of(), List.of(bridge), List.of());
        care = CareProjection.apply(
                CareView.EMPTY, new PatientEnrolled(1, startsOn, "Europe/Berlin", List.of()), morning(startsOn));
        apply(new ProgramPrescribed(PROGRAM, 1, startsOn, plan, null));
    }

    static Prescriptions daily(LocalDate startsOn) {
        return new Prescriptions(startsOn, Frequency.daily());
    }

    static Prescriptions threeTimesAWeek(LocalDate startsOn) {
        return new Prescriptions(startsOn, Frequency.timesPerWeek(3));
    }

    Prescriptions pausedFrom(int day) {
        return apply(new ProgramPaused(PROGRAM, 2, startsOn.plusDays(day), plan, null));
    }

    Prescriptions resumedFrom(int day) {
        return apply(new ProgramResumed(PROGRAM, 3, startsOn.plusDays(day), plan, null));
    }

    Prescriptions stoppedFrom(int day) {
        return apply(new ProgramStopped(PROGRAM, 2, startsOn.plusDays(day), plan, null));
    }

    Prescriptions dischargedOn(int day) {
        care = CareProjection.apply(
                care, new PatientDischarged(2, startsOn.plusDays(day), null), morning(startsOn.plusDays(day)));
        return this;
    }

    CareView care() {
        return care;
    }

    private Prescriptions apply(ProgramEvent event) {
        care = CareProjection.apply(care, event, morning(event.effectiveFrom()));
        return this;
    }

    private static Instant morning(LocalDate date) {
        return date.atTime(LocalTime.of(7, 0)).toInstant(ZoneOffset.UTC);
    }
}
