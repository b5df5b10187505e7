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
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** A real mail server that begins in the clear and goes over to TLS when it is asked to (RFC 3207). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StarttlsTest {
    private static final Message MAIL = Mails.message(new ClinicId("harbour-physio"), Brand.SHIPPED, null);

    @TempDir
    Path folder;

    private final List<String> byTls = new CopyOnWriteArrayList<>();
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();
    private SMTPServer server = SMTPServer.port(0).build();

    @AfterEach
    void it_stops() {
        server.stop();
    }

    @Test
    void where_tls_is_required_a_mail_goes_out_by_it() throws Exception {
        listen(true);

        assertThat(send(transport("localhost", trusted(), true))).isEqualTo(new SendResult.Accepted());
        assertThat(byTls).singleElement().asString().contains("Message-ID: " + MAIL.messageId());
        assertThat(inTheClear).isEmpty();
    }

    @Test
    void where_it_is_offered_it_is_used_without_being_required() throws Exception {
        listen(true);

        assertThat(send(transport("localhost", trusted(), false))).isEqualTo(new SendResult.Accepted());
        assertThat(byTls).hasSize(1);
    }

    @Test
    void a_server_that_does_not_offer_it_gets_no_mail_where_it_is_required() throws Exception {
        listen(false);

        assertThatThrownBy(() -> transport("localhost", trusted(), true).connect())
                .isInstanceOf(TransportAway.class);
        assertThat(inTheClear).isEmpty();
    }

    @Test
    void without_the_requirement_it_gets_mail_in_the_clear() throws Exception {
        listen(false);

        assertThat(send(transport("localhost", Map.of(), false))).isEqualTo(new SendResult.Accepted());
        assertThat(inTheClear).hasSize(1);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_and_nothing_goes_out_in_the_clear_instead() throws Exception {
        listen(true);

        for (boolean required : new boolean[] {true, false}) {
            assertThatThrownBy(() -> transport("localhost", Map.of(), required).connect())
                    .isInstanceOf(TransportAway.class);
        }
        assertThat(byTls).isEmpty();
        assertThat(inTheClear).isEmpty();
    }

    @Test
    void a_certificate_for_another_host_is_refused() throws Exception {
        listen(true);

        assertThatThrownBy(() -> transport("127.0.0.1", trusted(), true).connect())
                .isInstanceOf(TransportAway.class);
        assertThat(byTls).isEmpty();
    }

    private static SendResult send(SmtpTransport transport) throws TransportAway {
        try (Transport.Connection connection = transport.connect()) {
            return connection.send(MAIL);
        }
    }

    private void listen(boolean offersTls) throws Exception {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, mail) -> (((Session) context).isTLSStarted() ? byTls : inTheClear)
                        .add(new String(mail, StandardCharsets.UTF_8)));
        if (offersTls) {
            builder.enableTLS()
                    .startTlsSocketFactory(Certificate.of("localhost", folder).owner(), false);
        }
        server = builder.build();
        server.start();
    }

    private Map<String, String> trusted() throws Exception {
        Path file = Certificate.file("localhost", folder);
        if (!file.toFile().exists()) {
            Certificate.of("localhost", folder);
        }
        return Map.of(
                "backtrack.mail.trust-store",
                file.toString(),
                "backtrack.mail.trust-store-password",
                Certificate.PASSWORD);
    }

    private SmtpTransport transport(String host, Map<String, String> trust, boolean required) throws Exception {
        Map<String, String> settings = new HashMap<>(trust);
        settings.put("backtrack.mail.host", host);
        settings.put("backtrack.mail.port", Integer.toString(server.getPortAllocated()));
        settings.put("backtrack.mail.tls-required", Boolean.toString(required));
        settings.put("backtrack.mail.patience", "PT5S");
        return new SmtpTransport(MailConfigs.of(settings), new Addresses());
    }
}
