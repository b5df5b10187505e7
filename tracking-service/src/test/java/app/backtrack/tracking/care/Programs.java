package app.backtrack.tracking.care;

import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramCompleted;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramStopped;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import app.backtrack.tracking.journal.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Decisions for tests. */
public final class Programs {

    private static final UUID PROGRAM = UUID.fromString("0199a000-0000-7000-8000-000000000001");

    private static final PlannedExercise BRIDGE = new PlannedExercise(
            "bridge",
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
            null);

    private Programs() {}

    /** A patient with one program of 12 weeks that starts on {@code startsOn}. */
    public static CareView startingOn(LocalDate startsOn) {
        CareView enrolled = CareProjection.apply(
                CareView.EMPTY,
                new PatientEnrolled(1, startsOn, "Europe/Berlin", List.of("thea.harbour")),
                Facts.RECORDED);
        return CareProjection.apply(enrolled, prescribed(startsOn, startsOn), Facts.RECORDED);
    }

    /** The same with the program completed from {@code on}. */
    public static CareView completed(LocalDate startsOn, LocalDate on) {
        return CareProjection.apply(
                startingOn(startsOn), new ProgramCompleted(PROGRAM, 2, on, plan(startsOn), null), Facts.RECORDED);
    }

    /** The same with the program stopped from {@code on}. */
    public static CareView stopped(LocalDate startsOn, LocalDate on) {
        return CareProjection.apply(
                startingOn(startsOn), new ProgramStopped(PROGRAM, 2, on, plan(startsOn), null), Facts.RECORDED);
    }

    /** The same with the patient discharged on {@code on}. */
    public static CareView discharged(LocalDate startsOn, LocalDate on) {
        return CareProjection.apply(startingOn(startsOn), new PatientDischarged(2, on, null), Facts.RECORDED);
    }

    static ProgramPrescribed prescribed(LocalDate effectiveFrom, LocalDate startsOn) {
        return new ProgramPrescribed(PROGRAM, 1, effectiveFrom, plan(startsOn), null);
    }

    static ProgramPaused paused(int version, LocalDate from, LocalDate startsOn) {
        return new ProgramPaused(PROGRAM, version, from, plan(startsOn), null);
    }

    static ProgramCompleted completed(int version, LocalDate from, LocalDate startsOn) {
        return new ProgramCompleted(PROGRAM, version, from, plan(startsOn), null);
    }

    private static ProgramPlan plan(LocalDate startsOn) {
        return new ProgramPlan("lower-back-starter", "Lower back", startsOn, 12, List.of(), List.of(BRIDGE), List.of());
    }
}
