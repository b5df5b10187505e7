package app.backtrack.embedded.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.embedded.FreePort;
import app.backtrack.embedded.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailPartIT {

    @TempDir
    Path data;

    @Test
    void a_mail_is_shown_newest_first_escaped_and_is_still_there_after_a_restart() throws Exception {
        try (RunningMail mail = new RunningMail(data)) {
            mail.send("first", "one");
            mail.send("<b>Grüße</b>", "5 < 6 & \"so\"");

            JsonNode shown = new ObjectMapper().readTree(mail.get("mail.json"));
            assertThat(shown.findValuesAsText("subject")).containsExactly("<b>Grüße</b>", "first");
            assertThat(shown.get(0).get("text").asText()).isEqualToIgnoringNewLines("5 < 6 & \"so\"");
            assertThat(shown.get(0).get("to").asText()).isEqualTo("thea@harbour.example");
            assertThat(mail.get(""))
                    .contains("&lt;b&gt;Grüße&lt;/b&gt;", "5 &lt; 6 &amp; &quot;so&quot;")
                    .doesNotContain("<b>");
        }
        try (RunningMail again = new RunningMail(data)) {
            assertThat(new ObjectMapper().readTree(again.get("mail.json"))).hasSize(2);
        }
    }

    @Test
    void a_mail_is_found_by_its_message_id_however_many_came_since() throws Exception {
        try (RunningMail mail = new RunningMail(data)) {
            mail.send("looked for", "one");
            String id = new ObjectMapper()
                    .readTree(mail.get("mail.json"))
                    .get(0)
                    .get("messageId")
                    .asText();
            for (int i = 0; i < 200; i++) {
                mail.send("later", "two");
            }

            assertThat(new ObjectMapper().readTree(mail.get("mail.json")).findValuesAsText("subject"))
                    .hasSize(200)
                    .containsOnly("later");
            JsonNode found =
                    new ObjectMapper().readTree(mail.get("mail.json/" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
            assertThat(found.findValuesAsText("subject")).containsExactly("looked for");
            assertThat(mail.get("mail.json/unknown")).isEqualTo("[]");
        }
    }

    /** One running mail server with its clients. */
    private static final class RunningMail implements AutoCloseable {

        private final int smtpPort = FreePort.find();
        private final int pagePort = FreePort.find();
        private final Part part;

        RunningMail(Path data) throws Exception {
            part = MailPart.start(data, smtpPort, pagePort);
        }

        void send(String subject, String text) throws Exception {
            Properties smtp = new Properties();
            smtp.put("mail.smtp.host", "127.0.0.1");
            smtp.put("mail.smtp.port", String.valueOf(smtpPort));
            MimeMessage message = new MimeMessage(Session.getInstance(smtp));
            message.setFrom("backtrack@example.org");
            message.setRecipients(RecipientType.TO, "thea@harbour.example");
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            Transport.send(message);
        }

        String get(String path) throws Exception {
            URI url = URI.create("http://127.0.0.1:" + pagePort + "/" + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                    .body();
        }

        @Override
        public void close() {
            part.close();
        }
    }
}
