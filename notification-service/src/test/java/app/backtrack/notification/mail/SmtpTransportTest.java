package app.backtrack.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.contact.EmailAddress;
import app.backtrack.notification.delivery.Mails;
import app.backtrack.notification.delivery.Message;
import app.backtrack.notification.delivery.SendResult;
import app.backtrack.notification.delivery.Transport;
import app.backtrack.notification.delivery.TransportAway;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpTransportTest {
    private static final Message MAIL = Mails.message(new ClinicId("harbour-physio"), Brand.SHIPPED, null);

    @Test
    void a_real_mail_server_gets_the_same_message_id_when_a_mail_is_sent_again() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Transport.Connection connection =
                transport(server.getSmtp().getPort()).connect()) {
            assertThat(connection.send(MAIL)).isEqualTo(new SendResult.Accepted());
            assertThat(connection.send(MAIL)).isEqualTo(new SendResult.Accepted());

            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2).allSatisfy(message -> {
                assertThat(message.getMessageID()).isEqualTo("<1@backtrack.example>");
                assertThat(message.getSubject()).isEqualTo("Something changed");
                assertThat(message.getHeader("To")).containsExactly("thea@harbour-physio.example");
                assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(message.getContentType()).startsWith("multipart/alternative");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void a_mail_has_the_clinics_name_its_reply_to_and_one_click_to_end_such_mails() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        Brand brand = new Brand(
                "Hafen-Physio Käthe", "#124060", null, null, new EmailAddress("desk@harbour-physio.example"), null);
        URI stop = URI.create("https://x.example/v1/unsubscriptions/abc");
        try (Transport.Connection connection =
                transport(server.getSmtp().getPort()).connect()) {
            connection.send(Mails.message(new ClinicId("harbour-physio"), brand, stop));
            connection.send(MAIL);

            MimeMessage[] received = server.getReceivedMessages();
            InternetAddress from = (InternetAddress) received[0].getFrom()[0];
            assertThat(from.getPersonal()).isEqualTo("Hafen-Physio Käthe");
            assertThat(from.getAddress()).isEqualTo("backtrack@localhost.localdomain");
            assertThat(received[0].getReplyTo()).containsExactly(new InternetAddress("desk@harbour-physio.example"));
            assertThat(received[0].getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");
            assertThat(received[0].getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(received[1].getHeader("List-Unsubscribe")).isNull();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_port_where_nobody_listens_means_that_the_server_is_away() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThatThrownBy(() -> transport(port).connect()).isInstanceOf(TransportAway.class);
    }

    @ParameterizedTest
    @CsvSource({"greeting, ''", "greeting, 421 too busy", "EHLO, ''"})
    void a_server_that_does_not_greet_us_is_away(String command, String answer) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(command, answer))) {
            assertThatThrownBy(() -> transport(server.port()).connect()).isInstanceOf(TransportAway.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 553 not you, 553", "RCPT, 550 no such user thea, 550", "., 554 spam, 554"})
    void a_refusal_for_good_is_told_by_its_code(String command, String answer, int code) throws Exception {
        assertThat(sendTo(command, answer)).isEqualTo(new SendResult.Refused(code));
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 452 full, 452", "RCPT, 450 later, 450", "., 451 later, 451"})
    void a_refusal_for_now_is_told_by_its_code(String command, String answer, int code) throws Exception {
        assertThat(sendTo(command, answer)).isEqualTo(new SendResult.Deferred(code));
    }

    @Test
    void a_connection_that_breaks_before_the_last_answer_leaves_the_end_unknown() throws Exception {
        assertThat(sendTo(".", "")).isEqualTo(new SendResult.Unknown());
    }

    @Test
    void a_server_that_closes_after_taking_the_mail_took_it() throws Exception {
        assertThat(sendTo("QUIT", "")).isEqualTo(new SendResult.Accepted());
    }

    private static SendResult sendTo(String command, String answer) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(command, answer));
                Transport.Connection connection = transport(server.port()).connect()) {
            return connection.send(MAIL);
        }
    }

    private static SmtpTransport transport(int port) {
        Map<String, String> settings = Map.of(
                "backtrack.mail.host", "127.0.0.1",
                "backtrack.mail.port", Integer.toString(port),
                "backtrack.mail.patience", "PT2S");
        try {
            return new SmtpTransport(MailConfigs.of(settings), new Addresses());
        } catch (AddressException e) {
            throw new IllegalStateException("the default sender is no address", e);
        }
    }
}
