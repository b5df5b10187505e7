package app.backtrack.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.RecordingTransport.Crash;
import app.backtrack.notification.delivery.RecordingTransport.Fault;
import app.backtrack.notification.preference.PreferenceDesk;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What goes in one message, on the real store; in a far year, where the running service sees nothing due. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TogetherIT {
    private static final Instant START = Instant.parse("2126-11-20T15:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2126-11-21T08:00:00Z");

    @Inject
    DeliveryStore deliveries;

    @Inject
    Gate gate;

    @Inject
    Company companies;

    @Inject
    Wording wording;

    @Inject
    TallyStore tallies;

    @Inject
    PreferenceDesk desk;

    @Inject
    Documents documents;

    private final RecordingTransport server = new RecordingTransport();
    private final ClinicId clinic = new ClinicId(Tokens.newClinic());
    private final String thea = "thea." + clinic;
    private final Recipient recipient = new Recipient.Clinician(new ClinicianId(thea));
    private final PatientRef ada = new PatientRef(clinic, new PatientId(UUID.randomUUID()));
    private final PatientRef ben = new PatientRef(clinic, new PatientId(UUID.randomUUID()));

    @BeforeEach
    void nothing_waits_and_the_settings_are_read() {
        documents.collection("deliveries").deleteMany(new Document());
        await().until(() -> desk.wishes(clinic, recipient, null, START).isPresent());
    }

    @Test
    void what_is_found_of_one_patient_goes_in_one_message_that_names_all() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START.plusSeconds(100));
        Delivery other = alert("other", ben, START.plusSeconds(100));

        runAt(START);
        runAt(START.plusSeconds(100));

        assertThat(told()).containsExactlyInAnyOrder(List.of(about(first), about(second)), List.of(about(other)));
        assertThat(stored(second).progress().state()).isEqualTo(DeliveryState.SENT);
        assertThat(stored(second).sentAs()).isEqualTo(first.messageId());
    }

    @Test
    void a_red_flag_goes_at_once_and_takes_along_what_waits_of_its_patient() {
        Delivery waiting = alert("waiting", ada, START.plusSeconds(300));
        Delivery redFlag = open("red flag", NoticeKind.RED_FLAG, ada, START);

        runAt(START);

        assertThat(told()).containsExactly(List.of(about(redFlag), about(waiting)));
        assertThat(server.taken().getFirst().words().subject()).startsWith("Urgent");
        assertThat(server.taken().getFirst().stop()).isNull();
    }

    @Test
    void a_crash_after_joining_ends_in_the_same_one_message() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START.plusSeconds(1));
        companies.gather(first, START);

        runAt(START.plusSeconds(5));

        assertThat(told()).containsExactly(List.of(about(first), about(second)));
    }

    @Test
    void a_repeat_after_a_crash_says_the_same_and_what_came_since_goes_by_itself() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START);
        server.fail(Fault.CRASH_BEFORE_MARK);
        assertThatThrownBy(() -> runAt(START)).isInstanceOf(Crash.class);
        Delivery third = alert("third", ada, START.plusSeconds(61));

        runAt(START.plusSeconds(61));
        runAt(START.plusSeconds(200));

        List<String> both = List.of(about(first), about(second));
        assertThat(told()).containsExactlyInAnyOrder(both, both, List.of(about(third)));
        assertThat(server.taken().stream().map(Message::messageId).distinct()).hasSize(2);
        assertThat(Stream.of(first, second, third)
                        .map(each -> stored(each).progress().state()))
                .containsOnly(DeliveryState.SENT);
    }

    @Test
    void a_sender_that_was_frozen_between_joining_and_claiming_sends_nothing() {
        Delivery first = alert("first", ada, START);
        alert("second", ada, START);
        List<Delivery> joined = companies.gather(first, START);
        runAt(START.plusSeconds(61));

        assertThat(deliveries.move(first, first.progress().claimed(START.plusSeconds(120))))
                .isEmpty();
        companies.release(joined, START);
        runAt(START.plusSeconds(200));

        assertThat(told().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void what_joined_a_message_that_never_came_goes_by_itself() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START);
        companies.gather(first, START);
        deliveries.withdraw(first.id());

        runAt(START.plusSeconds(1));
        runAt(START.plusSeconds(61));
        runAt(START.plusSeconds(62));

        assertThat(told()).containsExactly(List.of(about(second)));
        assertThat(stored(first).progress().state()).isEqualTo(DeliveryState.DROPPED);
    }

    @Test
    void a_server_that_is_busy_gets_the_same_in_one_message_later() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START);
        server.fail(Fault.BUSY);

        runAt(START);
        runAt(START.plusSeconds(10));

        assertThat(told()).hasSize(1);
        assertThat(told().getFirst()).containsExactlyInAnyOrder(about(first), about(second));
    }

    @Test
    void two_messages_whose_end_nobody_knows_are_the_last_for_all_in_it() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START);
        server.fail(Fault.CONNECTION_BROKE, Fault.CONNECTION_BROKE);
        for (int round = 0; round < 8; round++) {
            runAt(START.plusSeconds(61L * round));
        }

        assertThat(server.taken()).hasSize(2);
        assertThat(Stream.of(first, second).map(each -> stored(each).progress().state()))
                .containsOnly(DeliveryState.FAILED);
    }

    @Test
    void what_was_withdrawn_is_left_out_of_the_message_and_the_rest_is_told() {
        Delivery first = alert("first", ada, START);
        Delivery second = alert("second", ada, START);
        Delivery third = alert("third", ada, START);
        deliveries.withdraw(second.id());

        runAt(START);

        assertThat(told().getFirst()).containsExactlyInAnyOrder(about(first), about(third));
        assertThat(stored(second).progress().state()).isEqualTo(DeliveryState.DROPPED);
    }

    @Test
    void at_night_an_alert_waits_for_the_morning_and_a_red_flag_does_not() {
        Instant night = START.plus(Duration.ofHours(7));
        Delivery alert = alert("alert", ada, night);
        Delivery redFlag = open("red flag", NoticeKind.RED_FLAG, ben, night);

        runAt(night);
        assertThat(told()).containsExactly(List.of(about(redFlag)));
        assertThat(stored(alert).progress().cause()).isEqualTo("quiet-hours");
        runAt(NEXT_MORNING.minusSeconds(1));
        assertThat(told()).hasSize(1);

        runAt(NEXT_MORNING);
        assertThat(told()).hasSize(2);
    }

    @Test
    void beyond_the_number_of_a_day_the_rest_comes_in_one_message_in_the_morning() {
        wish("{\"perDay\": 2}");
        List<Delivery> all = IntStream.range(0, 5)
                .mapToObj(i -> alert("alert " + i, patient(), START.plusSeconds(i)))
                .toList();
        Delivery redFlag = open("red flag", NoticeKind.RED_FLAG, ada, START.plusSeconds(9));

        runAt(START.plusSeconds(10));
        assertThat(told()).hasSize(3).contains(List.of(about(redFlag)));
        assertThat(stored(all.getLast()).progress().cause()).isEqualTo("day-is-full");

        runAt(NEXT_MORNING);
        runAt(NEXT_MORNING.plusSeconds(60));
        assertThat(told()).hasSize(4);
        assertThat(told().getLast()).hasSize(3);
        assertThat(told().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void who_wants_one_message_a_day_gets_one_with_all_and_no_item_twice() {
        wish("{\"digestHour\": 17}");
        alert("first", ada, START);
        alert("second", ben, START.plusSeconds(60));
        runAt(START.plusSeconds(60));
        assertThat(told()).isEmpty();

        Instant hour = START.plus(Duration.ofHours(2));
        runAt(hour);
        alert("late", ada, hour.plusSeconds(1));
        runAt(hour.plusSeconds(1));
        assertThat(told()).hasSize(1);
        assertThat(told().getFirst()).hasSize(2);
        assertThat(server.taken().getFirst().words().subject()).isEqualTo("Your day in one message: 2 to look at");

        runAt(hour.plus(Duration.ofDays(1)));
        assertThat(told()).hasSize(2);
        assertThat(told().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void what_was_switched_off_meanwhile_is_not_told() {
        Delivery alert = alert("alert", ada, START);
        wish("{\"kinds\": {\"alert\": {\"email\": false}}}");

        runAt(START);

        assertThat(told()).isEmpty();
        assertThat(stored(alert).progress().cause()).isEqualTo("switched-off");
    }

    @Test
    void four_senders_at_once_tell_everything_once_and_no_more_than_the_number_of_the_day() {
        wish("{\"perDay\": 6}");
        List<PatientRef> patients = Stream.generate(this::patient).limit(10).toList();
        for (int i = 0; i < 40; i++) {
            alert("alert " + i, patients.get(i % patients.size()), START);
        }

        CompletableFuture<?>[] senders = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> runAt(START)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(senders).join();
        for (int second = 61; second < 400; second += 61) {
            runAt(START.plusSeconds(second));
        }
        assertThat(server.taken()).hasSizeLessThanOrEqualTo(6);
        runAt(NEXT_MORNING);
        runAt(NEXT_MORNING.plusSeconds(61));

        assertThat(told().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    void a_day_counts_the_same_thing_once_and_never_begins_again() {
        var today = START.atZone(ZoneOffset.UTC).toLocalDate();

        assertThat(tallies.count(clinic, recipient, today, "a", 2)).isTrue();
        assertThat(tallies.count(clinic, recipient, today, "a", 2)).isTrue();
        assertThat(tallies.count(clinic, recipient, today, "b", 2)).isTrue();
        assertThat(tallies.count(clinic, recipient, today, "c", 2)).isFalse();
        assertThat(tallies.count(clinic, recipient, today.plusDays(1), "c", 2)).isTrue();
        assertThat(tallies.count(clinic, recipient, today.plusDays(1), "d", 2)).isTrue();
        assertThat(tallies.count(clinic, recipient, today, "e", 2)).isFalse();
    }

    private PatientRef patient() {
        return new PatientRef(clinic, new PatientId(UUID.randomUUID()));
    }

    private Delivery alert(String name, PatientRef patient, Instant dueAt) {
        return open(name, NoticeKind.ALERT, patient, dueAt);
    }

    private Delivery open(String name, NoticeKind kind, PatientRef patient, Instant dueAt) {
        DeliveryId id =
                new DeliveryId(clinic, Fingerprint.of(clinic + name), new Reach(recipient, NotificationChannel.EMAIL));
        Delivery planned = new Delivery(
                id,
                Matter.alert(kind, patient, "rule/1/" + id.about()),
                id.fingerprint(),
                START.plus(DeliveryPlanner.NEWS),
                false,
                Progress.start(dueAt),
                0);
        assertThat(deliveries.open(planned)).isTrue();
        return planned;
    }

    private void runAt(Instant now) {
        DeliveryRound round = new DeliveryRound(deliveries, gate, companies, wording, () -> now);
        boolean more = true;
        for (int i = 0; i < 20 && more; i++) {
            more = round.run(server, Runnable::run);
        }
    }

    /** What each message names, in the order in which they were sent. */
    private List<List<String>> told() {
        List<List<String>> all = new ArrayList<>();
        for (Message message : server.taken()) {
            all.add(message.words()
                    .text()
                    .lines()
                    .filter(line -> line.contains("/inbox/"))
                    .map(line -> line.substring(line.lastIndexOf('/') + 1))
                    .toList());
        }
        return all;
    }

    private static String about(Delivery delivery) {
        return delivery.id().about();
    }

    private Delivery stored(Delivery delivery) {
        return deliveries.find(List.of(delivery.id().key())).getFirst();
    }

    private void wish(String preferences) {
        given().auth()
                .oauth2(Tokens.therapist(clinic.value(), thea))
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(preferences)
                .put("/v1/preferences")
                .then()
                .statusCode(200);
    }
}
