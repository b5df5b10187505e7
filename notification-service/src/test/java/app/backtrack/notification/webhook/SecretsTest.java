package app.backtrack.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final SigningSecret OLD = SigningSecret.of(new byte[32]);
    private static final SigningSecret NEW = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void a_signature_is_that_of_the_published_example() {
        assertThat(NEW.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void for_24_hours_after_a_rotation_both_secrets_sign() {
        Secrets rotated = Secrets.first(OLD).rotated(NEW, NOW);
        Instant last = NOW.plusSeconds(86_399);
        Instant over = NOW.plusSeconds(86_400);

        assertThat(rotated.signature("msg_1", last, "{}"))
                .isEqualTo(NEW.sign("msg_1", last.getEpochSecond(), "{}") + " "
                        + OLD.sign("msg_1", last.getEpochSecond(), "{}"));
        assertThat(rotated.signature("msg_1", over, "{}")).isEqualTo(NEW.sign("msg_1", over.getEpochSecond(), "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!"})
    void what_is_no_secret_of_24_to_64_bytes_is_refused(String value) {
        assertThatThrownBy(() -> new SigningSecret(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_form_hides_it() {
        assertThat(Secrets.first(NEW))
                .hasToString("Secrets[current=(signing secret), previous=null, previousUntil=null]");
    }
}
