package app.backtrack.notification.reminder;

import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.note.NoteStore;
import app.backtrack.notification.preference.PreferenceDesk;
import app.backtrack.notification.preference.Wishes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks once at the patients whose time has come: tells what is due now, takes back what was told within the last
 * minutes and is not due any more, and notes when to look again. Each step can be done again without harm, so two
 * processes may look at one patient, and one may die at any point.
 */
@Singleton
class ReminderRound {
    static final int SIZE = 100;

    private static final Duration SETTINGS_PAUSE = Duration.ofSeconds(5);
    /** Within the window, so that nothing is missed where a patient's wishes changed what is due when. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final ReminderStore reminders;
    private final PreferenceDesk desk;
    private final NoteStore notes;
    private final PatientPost post;
    private final InstantSource clock;

    ReminderRound(
            ReminderStore reminders, PreferenceDesk desk, NoteStore notes, PatientPost post, InstantSource clock) {
        this.reminders = reminders;
        this.desk = desk;
        this.notes = notes;
        this.post = post;
        this.clock = clock;
    }

    void prepare() {
        reminders.prepare();
        notes.prepare();
    }

    /**
     * Looks at the patients whose time has come.
     *
     * @return whether there may be more of them already
     */
    boolean run() {
        List<ReminderCase> due = reminders.due(clock.instant(), SIZE);
        due.forEach(this::look);
        return due.size() == SIZE;
    }

    private void look(ReminderCase seen) {
        Instant now = clock.instant();
        Optional<ZoneHistory> home = home(seen, now);
        if (home.isEmpty()) {
            reminders.lookAgain(seen, now.plus(SETTINGS_PAUSE), LocalDate.MIN);
            return;
        }
        List<Reminder> planned = plan(seen, home.get(), now);
        ReminderPlanner.due(planned, now)
                .forEach(due -> post.tell(
                        seen.patient(),
                        new EntryId(due.id(seen.patient())),
                        due.kind(),
                        due.at(),
                        due.at().plus(ReminderPlanner.WINDOW)));
        takeBack(seen, planned, now);
        Instant next = planned.stream()
                .map(Reminder::at)
                .filter(at -> at.isAfter(now))
                .filter(at -> at.isBefore(now.plus(LONGEST_REST)))
                .min(Instant::compareTo)
                .orElse(now.plus(LONGEST_REST));
        reminders.lookAgain(seen, next, home.get().today(now).minusDays(ReminderProjector.KEPT_DAYS));
    }

    /** What is planned around now; nothing until it is known where the patient is. */
    List<Reminder> plan(ReminderCase seen, ZoneHistory home, Instant now) {
        return ReminderPlanner.around(now, seen.programs(), home, seen.times(), seen.logged());
    }

    Optional<ZoneHistory> home(ReminderCase seen, Instant now) {
        Recipient patient = new Recipient.Patient(seen.patient().patient());
        return desk.wishes(seen.patient().clinic(), patient, null, now).map(Wishes::home);
    }

    /** Such as when the session was logged, or the program paused, before the message went out. */
    private void takeBack(ReminderCase seen, List<Reminder> planned, Instant now) {
        Set<String> standing =
                planned.stream().map(each -> each.id(seen.patient())).collect(Collectors.toSet());
        notes.since(seen.patient(), now.minus(ReminderPlanner.WINDOW)).stream()
                .filter(note -> note.kind() != NoticeKind.MILESTONE)
                .filter(note -> !standing.contains(note.id().value()))
                .forEach(note -> post.withdraw(seen.patient(), note.id()));
    }
}
