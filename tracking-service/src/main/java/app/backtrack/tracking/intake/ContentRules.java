package app.backtrack.tracking.intake;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.tracking.intake.SessionRequest.ExerciseRequest;
import app.backtrack.tracking.intake.SessionRequest.SetRequest;
import app.backtrack.tracking.intake.SessionRequest.SkippedRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a report says that cannot be, by its kind, where no single member tells. */
final class ContentRules {

    private ContentRules() {}

    /** What is wrong whenever it happened. */
    static List<Flaw> flaws(ReportRequest request) {
        return switch (request) {
            case PainScoreRequest pain -> noteFlaws(pain.note());
            case SessionRequest session -> sessionFlaws(session);
            case RedFlagScreenRequest ignored -> List.of();
            case FlareRequest flare -> noteFlaws(flare.note());
            case QuestionnaireRequest answered -> AnswerRules.flaws(answered);
            case HabitCheckInRequest habit -> habitFlaws(habit);
            case SelfCheckRequest check -> selfCheckFlaws(check);
            case CareTimeRequest ignored -> List.of();
        };
    }

    /**
     * What is wrong with the dates that a report names beside its own.
     *
     * @param localDate of the report
     * @param today the latest date that the clock allows, in the report's zone
     */
    static List<Flaw> flawsOfDates(ReportRequest request, LocalDate localDate, LocalDate today) {
        LocalDate endedOn = request instanceof FlareRequest flare ? flare.endedOn() : null;
        if (endedOn == null) {
            return List.of();
        }
        if (endedOn.isBefore(localDate)) {
            return List.of(Flaw.at("/endedOn", "lies before the flare began"));
        }
        return endedOn.isAfter(today) ? List.of(Flaw.at("/endedOn", "lies ahead")) : List.of();
    }

    private static List<Flaw> sessionFlaws(SessionRequest session) {
        List<Flaw> flaws = new ArrayList<>(noteFlaws(session.note()));
        if (session.exercises().isEmpty() && session.skippedOrNone().isEmpty()) {
            flaws.add(Flaw.at("/exercises", "needs one that was done, or skipped one that was not"));
        }
        for (int i = 0; i < session.exercises().size(); i++) {
            flaws.addAll(exerciseFlaws(session.exercises().get(i), "/exercises/" + i));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < session.skippedOrNone().size(); i++) {
            SkippedRequest skipped = session.skippedOrNone().get(i);
            if (!seen.add(skipped.exercise())) {
                flaws.add(Flaw.at("/skipped/" + i + "/exercise", "is skipped already"));
            }
        }
        return flaws;
    }

    private static List<Flaw> exerciseFlaws(ExerciseRequest exercise, String place) {
        List<Flaw> flaws = new ArrayList<>();
        if (exercise.exercise().equals(exercise.insteadOf())) {
            flaws.add(Flaw.at(place + "/insteadOf", "must be another exercise"));
        }
        for (int j = 0; j < exercise.sets().size(); j++) {
            SetRequest set = exercise.sets().get(j);
            if (set.reps() == null && set.holdSeconds() == null) {
                flaws.add(Flaw.at(place + "/sets/" + j, "needs reps or holdSeconds"));
            }
        }
        return flaws;
    }

    private static List<Flaw> habitFlaws(HabitCheckInRequest habit) {
        return habit.kept() && habit.why() != null ? List.of(Flaw.at("/why", "is for what was not kept")) : List.of();
    }

    private static List<Flaw> selfCheckFlaws(SelfCheckRequest check) {
        if (check.seen() == null && check.holds() == null) {
            return List.of(Flaw.at("", "needs seen or holds"));
        }
        List<Flaw> flaws = new ArrayList<>();
        if (check.seen() != null && check.holds() != null) {
            flaws.add(Flaw.at("/holds", "is left out for a sign"));
        }
        if (check.side() != null && !Boolean.TRUE.equals(check.seen())) {
            flaws.add(Flaw.at("/side", "is for a sign that was seen"));
        }
        return flaws;
    }

    /** Half a surrogate pair is no text: it has no UTF-8 form, so it could be neither hashed nor kept. */
    private static List<Flaw> noteFlaws(@Nullable String note) {
        boolean broken =
                note != null && note.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
        return broken ? List.of(Flaw.at("/note", "is no well-formed text")) : List.of();
    }
}
