package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ContraindicationOverridden;
import app.backtrack.events.ProgramEvent.ProgramCompleted;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.ProgramStopped;
import app.backtrack.events.ProgramStatus;
import app.backtrack.program.prescription.Decision.Accepted;
import app.backtrack.program.prescription.Decision.Rejected;
import app.backtrack.program.prescription.Program.LaidPlan;
import app.backtrack.program.prescription.Program.NotPrescribed;
import app.backtrack.program.prescription.Program.Prescribed;
import app.backtrack.program.prescription.ProgramCommand.Change;
import app.backtrack.program.prescription.ProgramCommand.Complete;
import app.backtrack.program.prescription.ProgramCommand.Pause;
import app.backtrack.program.prescription.ProgramCommand.Prescribe;
import app.backtrack.program.prescription.ProgramCommand.Resume;
import app.backtrack.program.prescription.ProgramCommand.Revise;
import app.backtrack.program.prescription.ProgramCommand.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a program. That a patient has one open program at a time is the store's to keep. */
final class ProgramDecider {

    /** More than a clinician ever needs, and few enough that the stream stays far below a document's 16 MB. */
    static final int MAX_VERSIONS = 500;

    /** A pause, with all that is laid down for later, and an end may follow on {@link #MAX_VERSIONS}. */
    static final int LAST_VERSION = 2 * MAX_VERSIONS + 1;

    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 1;

    private ProgramDecider() {}

    /** Says what the command does to the program as it is. */
    static Decision decide(ProgramCommand command, Program program) {
        return switch (program) {
            case NotPrescribed none ->
                switch (command) {
                    case Prescribe prescribe -> prescribe(prescribe);
                    case Change change -> new Rejected(Rejection.NOT_PRESCRIBED);
                };
            case Prescribed prescribed ->
                switch (command) {
                    case Prescribe again -> new Rejected(Rejection.ALREADY_PRESCRIBED);
                    case Change change -> change(change, prescribed);
                };
        };
    }

    /** The program after an event; each event carries the whole outcome. */
    static Program evolve(Program program, ProgramEvent event) {
        LaidPlan laid = new LaidPlan(event.effectiveFrom(), event.plan(), event.reason());
        List<LaidPlan> plans = switch (program) {
            case NotPrescribed none -> List.of(laid);
            case Prescribed prescribed -> prescribed.with(laid);
        };
        return new Prescribed(event.programId(), event.version(), event.status(), plans);
    }

    /** The program after all its events, in their order. */
    static Program replay(Iterable<ProgramEvent> events) {
        Program program = new NotPrescribed();
        for (ProgramEvent event : events) {
            program = evolve(program, event);
        }
        return program;
    }

    private static Decision prescribe(Prescribe command) {
        LocalDate start = command.plan().startsOn();
        if (start.isBefore(command.today().minusYears(YEARS_BACK))
                || start.isAfter(command.today().plusYears(YEARS_AHEAD))) {
            return new Rejected(Rejection.START_OUT_OF_RANGE);
        }
        var prescribed = new ProgramPrescribed(command.programId(), 1, start, command.plan(), command.reason());
        return new Accepted(withOverrides(prescribed, command.overrides()));
    }

    private static Decision change(Change command, Prescribed program) {
        Rejection state = refusedByState(command, program);
        if (state != null) {
            return new Rejected(state);
        }
        LocalDate start = program.laid().getFirst().plan().startsOn();
        LocalDate earliest = later(command.today(), start);
        LocalDate from = command.effectiveFrom() == null ? earliest : command.effectiveFrom();
        if (from.isBefore(start)) {
            return new Rejected(Rejection.BEFORE_START);
        }
        if (from.isBefore(earliest)) {
            return new Rejected(Rejection.IN_THE_PAST);
        }
        // Only a new plan can be laid down ahead: a status changes when it is said, so it cannot hold from a later day.
        LocalDate latest = command instanceof Revise ? earliest.plusYears(YEARS_AHEAD) : earliest;
        if (from.isAfter(latest)) {
            return new Rejected(Rejection.TOO_FAR_AHEAD);
        }
        return new Accepted(
                withLater(withOverrides(event(command, program, from), overrides(command)), command, program, from));
    }

    /**
     * A pause and a resumption change the state and no plan: what was laid down for a later day is laid down again in
     * the new state, since of two versions that hold the higher one counts. A revision replaces it, and an end ends it.
     */
    private static List<ProgramEvent> withLater(
            List<ProgramEvent> events, Change command, Prescribed program, LocalDate from) {
        List<LaidPlan> later = switch (command) {
            case Pause pause -> program.after(from);
            case Resume resume -> program.after(from);
            case Revise revise -> List.of();
            case Complete complete -> List.of();
            case Stop stop -> List.of();
        };
        List<ProgramEvent> all = new ArrayList<>(events);
        for (LaidPlan plan : later) {
            ProgramEvent last = all.getLast();
            all.add(new ProgramRevised(
                    last.programId(), last.version() + 1, plan.from(), plan.plan(), plan.reason(), last.status()));
        }
        return all;
    }

    private static @Nullable Rejection refusedByState(Change command, Prescribed program) {
        if (!Program.isOpen(program.status())) {
            return Rejection.ENDED;
        }
        return switch (command) {
            case Pause pause when program.status() != ProgramStatus.ACTIVE -> Rejection.NOT_ACTIVE;
            case Resume resume when program.status() != ProgramStatus.PAUSED -> Rejection.NOT_PAUSED;
            case Revise revise -> refusedByLength(program, revise.overrides().size() + 1);
            case Resume resume ->
                refusedByLength(program, 1 + program.after(resume.today()).size());
            // A pause is always let in, since a red flag may ask for it, and an end: it frees the patient for the next
            // program.
            case Pause pause -> null;
            case Complete complete -> null;
            case Stop stop -> null;
        };
    }

    private static @Nullable Rejection refusedByLength(Prescribed program, int more) {
        return program.version() + more > MAX_VERSIONS ? Rejection.TOO_MANY_VERSIONS : null;
    }

    private static List<CautionOverride> overrides(Change command) {
        return switch (command) {
            case Revise revise -> revise.overrides();
            case Pause pause -> List.of();
            case Resume resume -> List.of();
            case Complete complete -> List.of();
            case Stop stop -> List.of();
        };
    }

    /** A version with what was set aside for it, each as the next version with the same plan. */
    private static List<ProgramEvent> withOverrides(ProgramEvent version, List<CautionOverride> overrides) {
        List<ProgramEvent> events = new ArrayList<>(List.of(version));
        for (CautionOverride override : overrides) {
            events.add(new ContraindicationOverridden(
                    version.programId(),
                    version.version() + events.size(),
                    version.effectiveFrom(),
                    version.plan(),
                    version.reason(),
                    version.status(),
                    override.exercise(),
                    override.caution(),
                    override.because()));
        }
        return events;
    }

    private static ProgramEvent event(Change command, Prescribed program, LocalDate from) {
        var id = program.programId();
        int version = program.version() + 1;
        ProgramPlan plan = program.planOn(from);
        return switch (command) {
            case Revise revise ->
                new ProgramRevised(id, version, from, revised(plan, revise.plan()), revise.reason(), program.status());
            case Pause pause -> new ProgramPaused(id, version, from, plan, pause.reason());
            case Resume resume -> new ProgramResumed(id, version, from, plan, resume.reason());
            case Complete complete -> new ProgramCompleted(id, version, from, plan, complete.reason());
            case Stop stop -> new ProgramStopped(id, version, from, plan, stop.reason());
        };
    }

    private static ProgramPlan revised(ProgramPlan before, ProgramPlan plan) {
        return new ProgramPlan(
                before.template(),
                plan.name(),
                before.startsOn(),
                plan.weeks(),
                plan.phases(),
                plan.items(),
                plan.habits());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
