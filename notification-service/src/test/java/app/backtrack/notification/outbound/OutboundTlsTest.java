package app.backtrack.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.notification.outbound.OutboundAnswer.Answered;
import app.backtrack.notification.outbound.OutboundAnswer.Failure;
import app.backtrack.notification.outbound.OutboundAnswer.Unanswered;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The name is checked against the certificate although the connection goes to an address that was looked up before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundTlsTest {
    private static final String HOST = "hooks.harbour.example";

    private HttpsServer server;
    private Certificate certificate;

    @BeforeEach
    void a_receiver_has_a_certificate(@TempDir Path folder) throws Exception {
        certificate = Certificate.of(HOST, folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.owner()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void it_stops() {
        server.stop(0);
    }

    @Test
    void a_certificate_that_is_trusted_and_names_the_host_is_taken() throws Exception {
        assertThat(post(HOST, certificate.trusting())).isEqualTo(new Answered(204, null));
    }

    @Test
    void one_for_another_host_is_not() throws Exception {
        assertThat(post("other.harbour.example", certificate.trusting())).isEqualTo(new Unanswered(Failure.TLS_FAILED));
    }

    @Test
    void one_that_nobody_vouches_for_is_not() throws Exception {
        assertThat(post(HOST, OutboundConfigs.tls())).isEqualTo(new Unanswered(Failure.TLS_FAILED));
    }

    private OutboundAnswer post(String host, SSLContext tls) throws IOException {
        NameLookup here = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        URI url = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
        try (OutboundClient client = OutboundBeans.client(
                OutboundConfigs.loopback(Duration.ofSeconds(10)), InstantSource.system(), here, tls)) {
            return client.post(new OutboundRequest(url, Map.of(), new byte[0]));
        }
    }
}
