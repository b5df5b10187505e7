package app.backtrack.tracking.exercise;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.FactKind;
import app.backtrack.tracking.care.Sorted;
import app.backtrack.tracking.progress.EventIds;
import app.backtrack.tracking.progress.ExerciseView;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progress.SessionView;
import app.backtrack.tracking.progress.SideWork;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One exercise in one session, however many entries it was logged in.
 *
 * @param date the patient's local date
 * @param eventId CloudEvents id of the session
 * @param exercise its id in the catalog
 * @param insteadOf id of the planned exercise that it stood in for; null where it did not
 * @param work the sets by side
 * @param effort the highest effort that was said, 0 to 10; null where none was
 * @param pain the worst pain that was said, 0 to 10; null where none was
 */
public record ExerciseSession(
        LocalDate date,
        String eventId,
        @JsonIgnore String exercise,
        @Nullable String insteadOf,
        SortedMap<ExerciseSide, SideWork> work,
        @Nullable Integer effort,
        @Nullable Integer pain) {

    public ExerciseSession {
        work = Sorted.copyOf(work);
    }

    /** All of a span of days by exercise, ascending by date; those of one date by their event's id. */
    public static SortedMap<String, List<ExerciseSession>> byExercise(
            ProgressView view, LocalDate from, LocalDate until) {
        SortedMap<String, List<ExerciseSession>> found = new TreeMap<>();
        view.weeks()
                .values()
                .forEach(week -> week.days().forEach((date, day) -> {
                    if (!date.isBefore(from) && !date.isAfter(until)) {
                        day.reported().sessions().forEach((id, session) -> {
                            String event = EventIds.of(FactKind.SESSION, id, session.revision());
                            of(date, event, session)
                                    .forEach(one -> found.computeIfAbsent(one.exercise, any -> new ArrayList<>())
                                            .add(one));
                        });
                    }
                }));
        return found;
    }

    private static List<ExerciseSession> of(LocalDate date, String event, SessionView session) {
        Map<Role, ExerciseSession> merged = new LinkedHashMap<>();
        for (ExerciseView done : session.exercises()) {
            ExerciseSession one = new ExerciseSession(
                    date, event, done.exercise(), done.insteadOf(), done.work(), done.effort(), done.pain());
            merged.merge(new Role(done.exercise(), done.insteadOf()), one, ExerciseSession::with);
        }
        return List.copyOf(merged.values());
    }

    private ExerciseSession with(ExerciseSession other) {
        TreeMap<ExerciseSide, SideWork> both = new TreeMap<>(work);
        other.work.forEach((side, more) -> both.merge(side, more, SideWork::plus));
        return new ExerciseSession(
                date, eventId, exercise, insteadOf, both, higher(effort, other.effort), higher(pain, other.pain));
    }

    private static @Nullable Integer higher(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(Math.max(one, other));
    }

    /** What an exercise was done as: a planned one and the same one in another's place are two. */
    private record Role(String exercise, @Nullable String insteadOf) {}
}
