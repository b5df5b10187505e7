package app.backtrack.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.outbound.OutboundClient;
import app.backtrack.notification.outbound.OutboundConfigs;
import app.backtrack.notification.push.PushMessage.Urgency;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages go to a push service over HTTP, and are read by a browser that knows none of our code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PushSenderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:30:00Z");
    private static final ClinicId CLINIC = new ClinicId("harbour-physio");
    private static final Recipient PATIENT = new Recipient.Patient(new PatientId(new UUID(1, 1)));
    private static final Pattern VAPID = Pattern.compile("vapid t=([^.]+\\.[^.]+)\\.([^.]+), k=(\\S+)");
    private static final PushMessage MESSAGE = new PushMessage(
            Fingerprint.of("some reminder"), "reminder", "notes/1", Duration.ofMinutes(30), Urgency.NORMAL);

    private final OutboundClient client = OutboundConfigs.client(Duration.ofSeconds(5), () -> NOW);
    private final PushConfig config = PushConfigs.of(Map.of(
            "backtrack.push.vapid-public-key",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "backtrack.push.vapid-private-key",
            "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "backtrack.push.subject",
            "mailto:ops@backtrack.example"));
    private final PushSender sender = new PushSender(client, new VapidKeys(config), config, () -> NOW);
    private PushService service;
    private Browser browser;
    private Subscription subscription;

    @BeforeEach
    void a_browser_has_subscribed() throws Exception {
        service = new PushService();
        browser = Browser.fresh();
        subscription = browser.subscription(CLINIC, PATIENT, service.endpoint("b1"));
    }

    @AfterEach
    void it_is_closed() throws IOException {
        service.close();
        client.close();
    }

    @Test
    void the_browser_reads_kind_id_and_link_and_nothing_else() throws Exception {
        assertThat(sender.send(subscription, MESSAGE)).isEqualTo(new PushResult.Accepted());

        PushService.Message message = service.messages().getFirst();
        assertThat(browser.read(message.body()))
                .isEqualTo("{\"id\":\"%s\",\"kind\":\"reminder\",\"link\":\"notes/1\"}".formatted(MESSAGE.id()));
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.path()).isEqualTo("/push/b1");
        assertThat(message.encoding()).isEqualTo("aes128gcm");
        assertThat(message.ttl()).isEqualTo("1800");
        assertThat(message.urgency()).isEqualTo("normal");
        assertThat(message.topic()).isEqualTo(MESSAGE.id()).matches("[A-Za-z0-9_-]{1,32}");
        assertThat(new String(message.body(), StandardCharsets.ISO_8859_1)).doesNotContain("reminder", MESSAGE.id());
    }

    @Test
    void another_browser_cannot_read_it_and_its_length_tells_nothing() throws Exception {
        sender.send(subscription, MESSAGE);
        sender.send(subscription, new PushMessage(MESSAGE.id(), "a", "b", Duration.ZERO, Urgency.HIGH));
        byte[] body = service.messages().getFirst().body();

        assertThatThrownBy(() -> Browser.fresh().read(body)).isInstanceOf(GeneralSecurityException.class);
        assertThat(service.messages().get(1).body()).hasSameSizeAs(body);
        // Salt, size and key of the header, the content with its delimiter, the tag (RFC 8188 §2).
        assertThat(body).hasSize(16 + 4 + 1 + 65 + PushSender.CONTENT_BYTES + 1 + 16);
    }

    @Test
    void the_push_service_can_tell_who_sent_it_for_whom_and_until_when() throws Exception {
        sender.send(subscription, MESSAGE);

        Matcher vapid = VAPID.matcher(service.messages().getFirst().authorization());
        assertThat(vapid.matches()).isTrue();
        assertThat(vapid.group(3)).isEqualTo(config.vapidPublicKey().orElseThrow());
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(Browser.publicKey(Base64.getUrlDecoder().decode(vapid.group(3))));
        check.update(vapid.group(1).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(vapid.group(2)))).isTrue();
        String[] parts = vapid.group(1).split("\\.");
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("ES256");
        JsonNode claims = json(parts[1]);
        assertThat(claims.path("aud").asText()).isEqualTo(service.origin());
        assertThat(claims.path("sub").asText()).isEqualTo("mailto:ops@backtrack.example");
        assertThat(Instant.ofEpochSecond(claims.path("exp").asLong())).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_push_service_says_that_the_browser_is_gone(int status) {
        service.answers(status, null);

        assertThat(sender.send(subscription, MESSAGE)).isEqualTo(new PushResult.Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_push_service_that_is_busy_says_when_to_come_again(int status) {
        service.answers(status, "120");

        assertThat(sender.send(subscription, MESSAGE))
                .isEqualTo(new PushResult.Deferred("http-" + status, NOW.plusSeconds(120)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 413})
    void anything_else_is_a_refusal_and_no_redirect_is_followed(int status) {
        service.answers(status, null);

        assertThat(sender.send(subscription, MESSAGE)).isEqualTo(new PushResult.Refused(status));
        assertThat(service.messages()).hasSize(1);
    }

    @Test
    void where_nobody_listens_nothing_left_the_house() {
        service.close();

        assertThat(sender.send(subscription, MESSAGE)).isEqualTo(new PushResult.Deferred("unreachable", null));
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
