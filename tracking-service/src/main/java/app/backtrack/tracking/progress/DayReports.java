package app.backtrack.tracking.progress;

import app.backtrack.events.BodySide;
import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.Questionnaire;
import app.backtrack.events.RedFlag;
import app.backtrack.events.SessionEvent.SideHolds;
import app.backtrack.events.SkipReason;
import app.backtrack.tracking.care.Sorted;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was reported about one local date besides pain scores, each by the id of its fact. What counts is the winning
 * revision, but for screens: there, what any revision said yes to stands.
 *
 * @param sessions sessions of exercises
 * @param screens red-flag screens with a sign that was answered with yes, the signs in the enum's order
 * @param flares flares that began on the date
 * @param questionnaires questionnaires answered
 * @param habits habits and items of the checklist looked back on
 * @param selfChecks self-checks of asymmetry
 * @param careTime clinicians' time
 */
public record DayReports(
        SortedMap<UUID, SessionView> sessions,
        SortedMap<UUID, List<RedFlag>> screens,
        SortedMap<UUID, FlareView> flares,
        SortedMap<UUID, AnswersView> questionnaires,
        SortedMap<UUID, HabitView> habits,
        SortedMap<UUID, SelfCheckView> selfChecks,
        SortedMap<UUID, CareTimeView> careTime) {

    /** Nothing. */
    public static final DayReports NONE = new DayReports(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());

    public DayReports {
        sessions = Sorted.copyOf(sessions);
        screens = Sorted.copyOf(screens);
        flares = Sorted.copyOf(flares);
        questionnaires = Sorted.copyOf(questionnaires);
        habits = Sorted.copyOf(habits);
        selfChecks = Sorted.copyOf(selfChecks);
        careTime = Sorted.copyOf(careTime);
    }

    /**
     * A flare, see {@link app.backtrack.events.PainEvent.FlareDeclared}.
     *
     * @param revision of the winning entry
     * @param endedOn patient-local date of its end; null while it lasts
     */
    public record FlareView(
            int revision,
            boolean hardToTolerate,
            boolean limitsActivities,
            boolean affectsMood,
            @Nullable LocalDate endedOn) {}

    /**
     * A questionnaire.
     *
     * @param revision of the winning entry
     * @param questionnaire which
     * @param answers by item, ascending
     */
    public record AnswersView(int revision, Questionnaire questionnaire, List<ItemAnswer> answers) {

        public AnswersView {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A habit looked back on.
     *
     * @param revision of the winning entry
     * @param habit its id in the catalog
     * @param kept whether it was kept
     * @param amount times or minutes, where it is counted
     * @param why what kept the patient from it, if said
     */
    public record HabitView(
            int revision,
            String habit,
            boolean kept,
            @Nullable Integer amount,
            @Nullable SkipReason why) {}

    /**
     * A self-check, see {@link app.backtrack.events.SessionEvent.SelfCheckRecorded}.
     *
     * @param revision of the winning entry
     * @param check its id in the catalog
     */
    public record SelfCheckView(
            int revision,
            String check,
            @Nullable Boolean seen,
            @Nullable BodySide side,
            @Nullable SideHolds holds) {}

    /**
     * A clinician's time.
     *
     * @param revision of the winning entry
     * @param minutes whole minutes
     * @param live whether clinician and patient spoke with each other
     */
    public record CareTimeView(int revision, int minutes, boolean live) {}
}
