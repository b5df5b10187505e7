package app.backtrack.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.notification.delivery.DeliveryPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailConfigTest {

    @Test
    void defaults_fit_the_local_system() {
        MailConfig config = MailConfigs.of(Map.of());

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8087);
        assertThat(config.username()).isEmpty();
        assertThat(config.password()).isEmpty();
        assertThat(config.tlsRequired()).isFalse();
        assertThat(config.implicitTls()).isFalse();
        assertThat(config.trustStore()).isEmpty();
        assertThat(config.trustStorePassword()).isEmpty();
        assertThat(config.from()).isEqualTo("backtrack@localhost.localdomain");
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void every_setting_can_be_changed() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "backtrack.mail.implicit-tls", "true",
                "backtrack.mail.trust-store", "/etc/backtrack/authorities.p12",
                "backtrack.mail.trust-store-password", "changeit"));
        settings.putAll(Map.of(
                "backtrack.mail.host", "smtp.harbour.example",
                "backtrack.mail.port", "587",
                "backtrack.mail.username", "backtrack",
                "backtrack.mail.password", "secret",
                "backtrack.mail.tls-required", "true",
                "backtrack.mail.from", "no-reply@harbour.example",
                "backtrack.mail.patience", "PT3S"));
        MailConfig config = MailConfigs.of(settings);

        assertThat(config.host()).isEqualTo("smtp.harbour.example");
        assertThat(config.port()).isEqualTo(587);
        assertThat(config.username()).hasValue("backtrack");
        assertThat(config.password()).hasValue("secret");
        assertThat(config.tlsRequired()).isTrue();
        assertThat(config.implicitTls()).isTrue();
        assertThat(config.trustStore()).hasValue(Path.of("/etc/backtrack/authorities.p12"));
        assertThat(config.trustStorePassword()).hasValue("changeit");
        assertThat(config.from()).isEqualTo("no-reply@harbour.example");
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void sending_one_mail_takes_less_than_its_lease_even_if_every_answer_comes_at_the_last_moment() {
        int answersToOneMail = 4; // MAIL, RCPT, DATA, end of mail

        Duration longest = MailConfigs.of(Map.of()).patience().multipliedBy(answersToOneMail);

        assertThat(longest).isLessThan(DeliveryPlanner.LEASE);
    }
}
