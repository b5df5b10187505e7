package app.backtrack.notification.reminder;

import static app.backtrack.notification.reminder.Plans.DAILY;
import static app.backtrack.notification.reminder.Plans.POSTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.Role;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.Severity;
import app.backtrack.events.SkipReason;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.contact.EmailAddress;
import app.backtrack.notification.contact.MailboxStore;
import app.backtrack.notification.home.HomeStore;
import app.backtrack.notification.note.Note;
import app.backtrack.notification.note.NoteStore;
import app.backtrack.notification.preference.PreferenceDesk;
import app.backtrack.notification.reminder.ReminderTimes.PostureHours;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Reminders on the real store, by a clock of the test; in a far year, where the running service sees nothing due. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReminderRoundIT {
    private static final LocalDate TODAY = LocalDate.parse("2126-11-20");
    /** 17:00 in Berlin. */
    private static final Instant AT_FIVE = Instant.parse("2126-11-20T16:00:00Z");

    private static final ReminderTimes TIMES = new ReminderTimes(true, LocalTime.of(17, 0), null, null, null);
    private static final UUID PROGRAM = new UUID(0, 1);

    @Inject
    ReminderStore reminders;

    @Inject
    HomeStore homes;

    @Inject
    PreferenceDesk desk;

    @Inject
    NoteStore notes;

    @Inject
    PatientPost post;

    @Inject
    MailboxStore mailboxes;

    @Inject
    Documents documents;

    private final ClinicId clinic = new ClinicId(Tokens.newClinic());
    private final PatientRef patient = new PatientRef(clinic, new PatientId(UUID.randomUUID()));
    private final List<EventEnvelope<?>> log = new ArrayList<>();

    @BeforeEach
    void a_patient_with_a_program_has_turned_reminders_on() {
        documents.collection("reminders").deleteMany(new Document());
        mailboxes.put(clinic, new Recipient.Patient(patient.patient()), new EmailAddress("pat@mail.example"));
        happens(new PatientEnrolled(1, TODAY.minusDays(7), "Europe/Berlin", List.of()));
        happens(new ProgramPrescribed(PROGRAM, 1, TODAY.minusDays(7), plan(), null));
        assertThat(reminders.put(patient, TIMES, 0)).isTrue();
        await().until(() -> desk.wishes(clinic, new Recipient.Patient(patient.patient()), null, AT_FIVE)
                .isPresent());
    }

    @Test
    void what_is_due_is_told_once_in_the_app_and_by_mail() {
        look(-1);
        assertThat(told()).isEmpty();
        look(0);
        look(1);
        look(10);
        look(60);

        assertThat(told()).extracting(Note::kind).containsExactly(NoticeKind.SESSION_DUE);
        assertThat(told().getFirst().at()).isEqualTo(AT_FIVE);
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getDate("dueAt").toInstant()).isEqualTo(AT_FIVE);
            assertThat(mail.getDate("expiresAt").toInstant()).isEqualTo(AT_FIVE.plus(ReminderPlanner.WINDOW));
        });
    }

    @Test
    void a_look_that_died_before_it_was_done_tells_nothing_twice() {
        ReminderCase seen = reminders.find(patient).orElseThrow();
        look(0);
        // As if the process had died before it noted when to look again.
        reminders.lookAgain(reminders.find(patient).orElseThrow(), Instant.EPOCH, LocalDate.MIN);
        look(1);

        assertThat(told()).hasSize(1);
        assertThat(mails()).hasSize(1);
        assertThat(seen.programs()).hasSize(1);
    }

    @Test
    void a_start_that_is_too_late_tells_nothing() {
        look(15);
        look(60 * 5);

        assertThat(told()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void a_replay_of_the_whole_log_tells_nothing() {
        look(0);
        projector().handle(log);
        projector().handle(log.reversed());
        look(5);
        look(60);

        assertThat(told()).hasSize(1);
        assertThat(mails()).hasSize(1);
        assertThat(reminders.find(patient).orElseThrow().programs().getFirst().versions())
                .hasSize(1);
    }

    @Test
    void other_times_on_the_same_day_remind_of_nothing_twice() {
        look(0);
        ReminderTimes later = new ReminderTimes(true, LocalTime.of(19, 0), null, null, null);
        assertThat(reminders.put(patient, later, 1)).isTrue();
        look(120);
        look(121);

        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_move_west_on_the_same_day_reminds_of_nothing_twice() {
        look(0);
        happens(new PatientTimeZoneChanged(2, "America/New_York", TODAY));
        look(60 * 6);
        look(60 * 6 + 1);

        assertThat(mails()).hasSize(1);
        look(60 * 30); // 17:00 in New York of the day after
        assertThat(mails()).hasSize(2);
    }

    @Test
    void a_session_that_was_logged_is_not_reminded_of_and_just_then_it_is_taken_back() {
        look(0);
        happens(session(TODAY));
        look(1);

        assertThat(told()).isEmpty();
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getBoolean("withdrawn")).isTrue());
        look(24 * 60);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_pause_stops_reminders_at_once() {
        happens(new ProgramPaused(PROGRAM, 2, TODAY, plan(), null));
        for (int day = 0; day < 3; day++) {
            look(day * 24 * 60);
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void a_discharge_stops_reminders_at_once() {
        happens(new PatientDischarged(2, TODAY, null));
        look(0);

        assertThat(told()).isEmpty();
    }

    @Test
    void who_agrees_to_be_tracked_no_longer_is_reminded_of_nothing_until_they_do_again() {
        happens(new ConsentWithdrawn(2, ConsentPurpose.TRACKING));
        look(0);
        assertThat(told()).isEmpty();

        happens(new ConsentGiven(3, ConsentPurpose.TRACKING, "1"));
        look(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void nobody_is_reminded_who_turned_it_off() {
        assertThat(reminders.put(patient, ReminderTimes.SHIPPED, 1)).isTrue();
        look(0);

        assertThat(told()).isEmpty();
    }

    @Test
    void each_posture_reset_of_a_day_is_told_by_itself() {
        ReminderTimes posture = new ReminderTimes(
                true, null, new PostureHours(LocalTime.of(13, 0), LocalTime.of(17, 0), 120), null, null);
        assertThat(reminders.put(patient, posture, 1)).isTrue();
        for (int minutes = -300; minutes < 60; minutes += 5) {
            look(minutes);
        }

        assertThat(told())
                .extracting(Note::at)
                .containsExactly(AT_FIVE, AT_FIVE.minus(Duration.ofHours(2)), AT_FIVE.minus(Duration.ofHours(4)));
    }

    @Test
    void of_what_was_logged_only_the_date_is_kept_and_old_dates_are_forgotten() {
        happens(session(TODAY));
        happens(new PainScoreRecorded(
                UUID.randomUUID(),
                1,
                7,
                PainContext.NOW,
                AT_FIVE,
                "Europe/Berlin",
                TODAY.minusDays(1),
                null,
                null,
                null,
                null));
        Document kept = documents
                .collection("reminders")
                .find(new Document("_id", patient.key()))
                .into(new ArrayList<>())
                .getFirst();
        assertThat(kept.get("anything", Document.class).keySet())
                .containsExactlyInAnyOrder(TODAY.toString(), TODAY.minusDays(1).toString());
        assertThat(kept.toJson()).doesNotContain("bird-dog", "pain");

        look(60 * 24 * 20);
        assertThat(reminders.find(patient).orElseThrow().logged()).isEqualTo(Logged.NOTHING);
    }

    @Test
    void a_milestone_is_told_once_and_not_when_it_is_old_news_or_no_milestone() {
        EventEnvelope<?> milestone = envelope(insight(InsightRule.MILESTONE_30), AT_FIVE);
        assertThat(projector().handle(List.of(milestone))).containsExactly(Outcome.APPLIED);
        assertThat(projector().handle(List.of(milestone))).containsExactly(Outcome.APPLIED);
        assertThat(told()).extracting(Note::kind).containsExactly(NoticeKind.MILESTONE);
        assertThat(mails()).hasSize(1);

        EventEnvelope<?> old = envelope(insight(InsightRule.MILESTONE_50), AT_FIVE.minus(Duration.ofHours(49)));
        EventEnvelope<?> other = envelope(insight(InsightRule.PAIN_SPIKE), AT_FIVE);
        assertThat(projector().handle(List.of(old, other))).containsExactly(Outcome.IGNORED, Outcome.IGNORED);
        projector().handle(List.of(envelope(new InsightWithdrawn(InsightRule.MILESTONE_30, 1, TODAY, null), AT_FIVE)));
        assertThat(told()).isEmpty();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void all_that_is_known_of_a_patient_is_forgotten_at_once() {
        look(0);
        reminders.erase(clinic, patient.patient());
        notes.erase(clinic, patient.patient());

        assertThat(reminders.find(patient)).isEmpty();
        assertThat(told()).isEmpty();
    }

    private void look(int minutesAfterFive) {
        Instant now = AT_FIVE.plus(Duration.ofMinutes(minutesAfterFive));
        new ReminderRound(reminders, desk, notes, post, () -> now).run();
    }

    private ReminderProjector projector() {
        return new ReminderProjector(reminders, homes, new Encouragement(post, () -> AT_FIVE));
    }

    private void happens(BacktrackEvent event) {
        EventEnvelope<?> envelope = envelope(event, AT_FIVE.minusSeconds(60));
        log.add(envelope);
        assertThat(projector().handle(List.of(envelope))).containsExactly(Outcome.APPLIED);
    }

    private EventEnvelope<?> envelope(BacktrackEvent event, Instant recordedAt) {
        return new EventEnvelope<>(
                "event/" + log.size(), patient, recordedAt, new Actor(Role.BACKTRACK, "test"), null, null, event);
    }

    private List<Note> told() {
        return notes.since(patient, Instant.EPOCH);
    }

    private List<Document> mails() {
        return documents
                .collection("deliveries")
                .find(new Document("clinic", clinic.value()))
                .into(new ArrayList<>());
    }

    private static ProgramPlan plan() {
        return Plans.from(TODAY.minusDays(7), Plans.plan(DAILY, POSTURE));
    }

    private static SessionLogged session(LocalDate date) {
        return new SessionLogged(
                UUID.randomUUID(),
                1,
                List.of(),
                List.of(new ExerciseSkipped("bird-dog", SkipReason.NO_TIME)),
                AT_FIVE,
                "Europe/Berlin",
                date,
                null,
                null);
    }

    private static InsightRaised insight(InsightRule rule) {
        return new InsightRaised(rule, 1, TODAY, null, Severity.INFO, null, new TreeMap<>(), List.of());
    }
}
