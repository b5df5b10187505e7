package app.backtrack.program.patient;

import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.program.patient.PatientCommand.AssignTherapists;
import app.backtrack.program.patient.PatientCommand.ChangeTimeZone;
import app.backtrack.program.patient.PatientCommand.Discharge;
import app.backtrack.program.patient.PatientCommand.EnrolAgain;
import app.backtrack.program.patient.PatientCommand.GiveConsent;
import app.backtrack.program.patient.PatientCommand.SetGoals;
import app.backtrack.program.patient.PatientCommand.WithdrawConsent;
import app.backtrack.program.patient.PatientDecision.Accepted;
import app.backtrack.program.patient.PatientDecision.Rejected;
import app.backtrack.program.patient.PatientDecision.Unchanged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a patient's care. */
final class PatientDecider {

    /** More than a clinic ever needs, and few enough that the stream stays far below a document's 16 MB. */
    static final int MAX_VERSIONS = 500;

    private static final int ZONE_YEARS_AHEAD = 1;
    private static final int GOAL_YEARS = 10;

    private PatientDecider() {}

    /** Says what the command does to the care as it is. */
    static PatientDecision decide(PatientCommand command, Care care) {
        int next = care.version() + 1;
        boolean enrolled = care.status() == CareStatus.ENROLLED;
        boolean anyTime = command instanceof GiveConsent || command instanceof WithdrawConsent;
        if (!anyTime && (command instanceof EnrolAgain ? enrolled : !enrolled)) {
            return new Rejected(enrolled ? PatientRejection.STILL_ENROLLED : PatientRejection.DISCHARGED);
        }
        if (next > MAX_VERSIONS && !(command instanceof Discharge)) {
            return new Rejected(PatientRejection.TOO_MANY_VERSIONS);
        }
        return switch (command) {
            case EnrolAgain again -> {
                LocalDate today = LocalDate.ofInstant(again.at(), ZoneId.of(again.zone()));
                yield new Accepted(new PatientEnrolled(next, today, again.zone(), again.therapists()));
            }
            case Discharge discharge -> discharge(discharge, care, next);
            case ChangeTimeZone change -> changeTimeZone(change, care, next);
            case AssignTherapists assign when assign.therapists().equals(care.therapists()) -> new Unchanged();
            case AssignTherapists assign -> new Accepted(new TherapistsAssigned(next, assign.therapists()));
            case SetGoals set -> setGoals(set, care, next);
            case GiveConsent give ->
                Boolean.TRUE.equals(give.stands())
                        ? new Unchanged()
                        : new Accepted(new ConsentGiven(next, give.purpose(), give.wording()));
            case WithdrawConsent withdraw ->
                Boolean.FALSE.equals(withdraw.stands())
                        ? new Unchanged()
                        : new Accepted(new ConsentWithdrawn(next, withdraw.purpose()));
        };
    }

    /** The care after an event; null stands for a patient who was never enrolled. */
    static Care evolve(@Nullable Care care, PatientEvent event) {
        if (care == null) {
            if (!(event instanceof PatientEnrolled first)) {
                throw new IllegalStateException("a patient's stream does not begin with an enrolment");
            }
            return enrolled(first);
        }
        int version = event.version();
        return switch (event) {
            case PatientEnrolled again -> care.enrolled(version, again.enrolledOn(), again.zone(), again.therapists());
            case PatientDischarged discharged -> care.discharged(version, discharged.dischargedOn());
            case PatientTimeZoneChanged changed ->
                care.movedTo(version, new ZoneSpan(changed.zone(), changed.effectiveFrom()));
            case TherapistsAssigned assigned -> care.assignedTo(version, assigned.therapists());
            case PatientGoalsSet set -> care.aimingAt(version, set.goals(), set.activities());
            case ConsentGiven given -> care.at(version);
            case ConsentWithdrawn withdrawn -> care.at(version);
            case PatientErased erased -> throw new IllegalStateException("an erased patient has no care");
        };
    }

    /** The end of a patient's stream; it comes after everything, in every state of the care. */
    static PatientErased erase(Care care, ErasureReason reason) {
        return new PatientErased(care.version() + 1, reason);
    }

    /** The care after a first enrolment. */
    static Care enrolled(PatientEnrolled first) {
        return new Care(
                first.version(),
                CareStatus.ENROLLED,
                first.enrolledOn(),
                null,
                List.of(new ZoneSpan(first.zone(), first.enrolledOn())),
                first.therapists(),
                List.of(),
                List.of());
    }

    private static PatientDecision discharge(Discharge command, Care care, int next) {
        return command.openProgram() == null
                ? new Accepted(new PatientDischarged(next, care.zoneHistory().today(command.at()), command.reason()))
                : new Rejected(PatientRejection.programOpen(command.openProgram()));
    }

    private static PatientDecision changeTimeZone(ChangeTimeZone command, Care care, int next) {
        LocalDate today = LocalDate.ofInstant(command.at(), ZoneId.of(command.zone()));
        LocalDate from = command.effectiveFrom() == null ? today : command.effectiveFrom();
        if (from.isBefore(today) || from.isAfter(today.plusYears(ZONE_YEARS_AHEAD))) {
            return new Rejected(PatientRejection.ZONE_DATE_OUT_OF_RANGE);
        }
        ZoneSpan last = care.zones().get(care.zones().size() - 1);
        boolean holdsBy =
                last.zone().equals(command.zone()) && !last.effectiveFrom().isAfter(from);
        return holdsBy ? new Unchanged() : new Accepted(new PatientTimeZoneChanged(next, command.zone(), from));
    }

    private static PatientDecision setGoals(SetGoals command, Care care, int next) {
        LocalDate today = care.zoneHistory().today(command.at());
        Optional<String> wrong = outOfRange("/goals", command.goals(), today)
                .or(() -> outOfRange("/activities", command.activities(), today));
        if (wrong.isPresent()) {
            return new Rejected(PatientRejection.goalOutOfRange(wrong.get()));
        }
        boolean same =
                command.goals().equals(care.goals()) && command.activities().equals(care.activities());
        return same ? new Unchanged() : new Accepted(new PatientGoalsSet(next, command.goals(), command.activities()));
    }

    /** The place of the first target date that lies too far away. */
    private static Optional<String> outOfRange(String list, List<Goal> goals, LocalDate today) {
        return IntStream.range(0, goals.size())
                .filter(i -> isOutOfRange(goals.get(i).targetDate(), today))
                .mapToObj(i -> list + "/" + i + "/targetDate")
                .findFirst();
    }

    private static boolean isOutOfRange(@Nullable LocalDate date, LocalDate today) {
        return date != null
                && (date.isBefore(today.minusYears(GOAL_YEARS)) || date.isAfter(today.plusYears(GOAL_YEARS)));
    }
}
