package app.backtrack.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.push.Browser;
import app.backtrack.notification.push.PushService;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Kills the sender of web push between its steps, on the real store and over HTTP; in a far year, where the running
 * service sees nothing due.
 */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PushDeliveryIT {
    private static final Instant DUE = Instant.parse("2126-11-20T12:00:00Z");
    private static final Executor AT_ONCE = Runnable::run;
    private static final Executor KILLED_AFTER_CLAIM = task -> {
        throw new Crash();
    };

    @Inject
    DeliveryStore deliveries;

    @Inject
    Gate gate;

    @Inject
    Company companies;

    @Inject
    Wording wording;

    @Inject
    @All
    List<Transport> transports;

    @Inject
    Documents documents;

    private final ClinicId clinic = new ClinicId(Tokens.newClinic());
    private final PatientId patient = new PatientId(UUID.randomUUID());
    private final String about = Fingerprint.of("some reminder of " + patient);
    private PushService service;
    private Browser browser;

    @BeforeEach
    void a_reminder_waits_for_a_browser() throws Exception {
        documents.collection("deliveries").deleteMany(new Document());
        service = new PushService();
        browser = Browser.fresh();
        subscribe(browser, "b1");
        Delivery planned = new Delivery(
                id(),
                Matter.reminder(NoticeKind.SESSION_DUE, about),
                about,
                DUE.plus(Duration.ofHours(3)),
                false,
                Progress.start(DUE),
                0);
        assertThat(deliveries.open(planned)).isTrue();
    }

    @AfterEach
    void it_stops() {
        service.close();
    }

    @Test
    void a_message_is_sent_once_read_by_the_browser_and_marked() throws Exception {
        runAt(1, AT_ONCE);
        runAt(600, AT_ONCE);

        assertThat(service.messages()).hasSize(1);
        assertThat(browser.read(service.messages().getFirst().body()))
                .startsWith("{\"id\":\"" + about + "\",\"kind\":\"session-due\",\"link\":\"http")
                .doesNotContain(clinic.value(), patient.toString());
        // What is left of the time in which it is worth telling.
        assertThat(service.messages().getFirst().ttl()).isNotEqualTo("0");
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_kill_between_claim_and_send_delays_it_until_the_lease_is_over() {
        assertThatThrownBy(() -> runAt(1, KILLED_AFTER_CLAIM)).isInstanceOf(Crash.class);

        runAt(60, AT_ONCE);
        assertThat(service.messages()).isEmpty();

        runAt(61, AT_ONCE);
        runAt(600, AT_ONCE);
        assertThat(service.messages()).hasSize(1);
    }

    @Test
    void a_kill_between_send_and_mark_repeats_it_once_under_the_same_id() throws Exception {
        assertThatThrownBy(() -> runKilledOnceTold(1)).isInstanceOf(Crash.class);
        assertThat(service.messages()).hasSize(1);

        runAt(60, AT_ONCE);
        runAt(61, AT_ONCE);
        runAt(600, AT_ONCE);

        // A push service that still keeps the first one replaces it; a browser shows the same tag once.
        assertThat(service.messages())
                .hasSize(2)
                .extracting(PushService.Message::topic)
                .containsOnly(about);
        for (PushService.Message message : service.messages()) {
            assertThat(browser.read(message.body())).contains(about);
        }
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void kills_between_send_and_mark_never_make_a_third_message() {
        assertThatThrownBy(() -> runKilledOnceTold(1)).isInstanceOf(Crash.class);
        assertThatThrownBy(() -> runKilledOnceTold(61)).isInstanceOf(Crash.class);
        runAt(121, AT_ONCE);
        runAt(600, AT_ONCE);

        assertThat(service.messages().size()).isLessThanOrEqualTo(2);
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void a_browser_that_is_gone_is_forgotten_and_the_others_are_told() throws Exception {
        Browser second = Browser.fresh();
        subscribe(second, "b2");
        service.answersOf("b1", 410);
        runAt(1, AT_ONCE);

        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void where_every_browser_is_gone_the_message_is_dropped() {
        service.answers(404, null);
        runAt(1, AT_ONCE);

        assertThat(listed()).isEmpty();
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(stored().progress().cause()).isEqualTo("no-address");
    }

    @Test
    void a_push_service_that_is_busy_is_asked_again_when_it_said() {
        Instant back = DUE.plusSeconds(1_200);
        service.answers(429, DateTimeFormatter.RFC_1123_DATE_TIME.format(back.atZone(ZoneOffset.UTC)));
        runAt(1, AT_ONCE);
        assertThat(stored().progress().cause()).isEqualTo("deferred-http-429");

        runAt(1_199, AT_ONCE);
        assertThat(service.messages()).hasSize(1);
        runAt(1_200, AT_ONCE);
        assertThat(service.messages()).hasSize(2);
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
    }

    private void runAt(long seconds, Executor threads) {
        new DeliveryRound(deliveries, gate, companies, wording, () -> DUE.plusSeconds(seconds)).run(push(), threads);
    }

    /** The first look at the clock after the push service has the message never comes back. */
    private void runKilledOnceTold(long seconds) {
        int before = service.messages().size();
        new DeliveryRound(deliveries, gate, companies, wording, () -> {
                    if (service.messages().size() > before) {
                        throw new Crash();
                    }
                    return DUE.plusSeconds(seconds);
                })
                .run(push(), AT_ONCE);
    }

    private Transport push() {
        return transports.stream()
                .filter(each -> each.channel() == NotificationChannel.WEB_PUSH)
                .findFirst()
                .orElseThrow();
    }

    private void subscribe(Browser which, String name) {
        RestAssured.given()
                .auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(which.subscription(service.endpoint(name)))
                .post("/v1/push-subscriptions")
                .then()
                .statusCode(200);
    }

    private List<String> listed() {
        return RestAssured.given()
                .auth()
                .oauth2(token())
                .get("/v1/push-subscriptions")
                .jsonPath()
                .getList("subscriptions.id");
    }

    private String token() {
        return Tokens.patient(clinic.value(), patient.toString());
    }

    private DeliveryId id() {
        return new DeliveryId(clinic, about, new Reach(new Recipient.Patient(patient), NotificationChannel.WEB_PUSH));
    }

    private Delivery stored() {
        return deliveries.find(clinic, about, List.of(id().reach())).getFirst();
    }

    /** Ends the sender as a kill would: nothing after it is written. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
