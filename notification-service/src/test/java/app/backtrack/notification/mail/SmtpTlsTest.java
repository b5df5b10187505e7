package app.backtrack.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.delivery.Mails;
import app.backtrack.notification.delivery.Message;
import app.backtrack.notification.delivery.SendResult;
import app.backtrack.notification.delivery.Transport;
import app.backtrack.notification.delivery.TransportAway;
import app.backtrack.notification.outbound.Certificate;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real mail server that wants TLS from the first byte and a password. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpTlsTest {
    private static final Message MAIL = Mails.message(new ClinicId("harbour-physio"), Brand.SHIPPED, null);
    private static final String LOGIN = "backtrack";

    @TempDir
    Path folder;

    private GreenMail server;
    private Path authorities;

    @BeforeEach
    void a_server_listens() throws Exception {
        Certificate.of("localhost", folder);
        authorities = Certificate.file("localhost", folder);
        System.setProperty("greenmail.tls.keystore.file", authorities.toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.setUser("backtrack@localhost", LOGIN, "secret");
        server.start();
    }

    @AfterEach
    void it_stops() {
        server.stop();
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @Test
    void a_mail_goes_out_by_tls_with_a_login_as_text_and_html() throws Exception {
        try (Transport.Connection connection = trusting("localhost", "secret").connect()) {
            assertThat(connection.send(MAIL)).isEqualTo(new SendResult.Accepted());
        }

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        MimeMultipart parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        assertThatThrownBy(() -> transport("localhost", "secret", Map.of()).connect())
                .isInstanceOf(TransportAway.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        assertThatThrownBy(() -> trusting("127.0.0.1", "secret").connect()).isInstanceOf(TransportAway.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_wrong_password_means_that_the_server_cannot_be_asked() {
        assertThatThrownBy(() -> trusting("localhost", "wrong").connect()).isInstanceOf(TransportAway.class);
    }

    @Test
    void a_trust_store_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> transport(
                        "localhost",
                        "secret",
                        Map.of(
                                "backtrack.mail.trust-store",
                                folder.resolve("none.p12").toString())))
                .isInstanceOf(IllegalStateException.class);
    }

    private SmtpTransport trusting(String host, String password) throws Exception {
        return transport(
                host,
                password,
                Map.of(
                        "backtrack.mail.trust-store",
                        authorities.toString(),
                        "backtrack.mail.trust-store-password",
                        Certificate.PASSWORD));
    }

    private SmtpTransport transport(String host, String password, Map<String, String> trust) throws Exception {
        Map<String, String> settings = new HashMap<>(trust);
        settings.put("backtrack.mail.host", host);
        settings.put("backtrack.mail.port", Integer.toString(server.getSmtps().getPort()));
        settings.put("backtrack.mail.implicit-tls", "true");
        settings.put("backtrack.mail.username", LOGIN);
        settings.put("backtrack.mail.password", password);
        settings.put("backtrack.mail.patience", "PT5S");
        return new SmtpTransport(MailConfigs.of(settings), new Addresses());
    }
}
