package app.backtrack.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.notification.outbound.OutboundAnswer.Answered;
import app.backtrack.notification.outbound.OutboundAnswer.Failure;
import app.backtrack.notification.outbound.OutboundAnswer.Unanswered;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundClientTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private @Nullable String retryAfter;

    @BeforeEach
    void a_receiver_listens_on_loopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange);
        });
        server.start();
    }

    @AfterEach
    void it_stops() {
        server.stop(0);
    }

    @Test
    void what_is_sent_arrives_as_it_is() throws IOException {
        assertThat(post(local(), "http://127.0.0.1:" + port() + "/204")).isEqualTo(new Answered(204, null));

        assertThat(received).containsExactly("POST /204 127.0.0.1:" + port() + " {\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "204, true", "299, true", "301, false", "400, false", "410, false", "500, false"})
    void only_2xx_is_success(int status, boolean accepted) throws IOException {
        assertThat(post(local(), "http://127.0.0.1:" + port() + "/" + status))
                .isEqualTo(new Answered(status, null))
                .matches(answer -> ((Answered) answer).accepted() == accepted);
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        assertThat(post(local(), "http://127.0.0.1:" + port() + "/302")).isEqualTo(new Answered(302, null));

        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|2026-11-20T08:02:00Z",
                "Fri, 20 Nov 2026 09:00:00 GMT|2026-11-20T09:00:00Z",
                "soon|",
                "-5|",
                "99999999999999999999|"
            })
    void when_to_come_again_is_read_in_both_of_its_forms(String header, @Nullable Instant expected) throws IOException {
        retryAfter = header;

        assertThat(post(local(), "http://127.0.0.1:" + port() + "/503")).isEqualTo(new Answered(503, expected));
    }

    @Test
    void outside_local_mode_this_machine_is_not_called_by_whatever_name() throws IOException {
        for (String address : List.of("127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254")) {
            try (OutboundClient client = guarded(host -> InetAddress.getAllByName(address))) {
                assertThat(client.leadsToThePublic(URI.create("https://hooks.harbour.example/")))
                        .isFalse();
                assertThat(post(client, "https://hooks.harbour.example:" + port() + "/"))
                        .isEqualTo(new Unanswered(Failure.FORBIDDEN_ADDRESS));
            }
        }
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:%d/", "https://2130706433:%d/", "https://0x7f.1:%d/", "https://[::1]:%d/"})
    void outside_local_mode_a_numeric_host_is_not_even_looked_up(String url) throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        try (OutboundClient client = guarded(host -> {
            lookups.incrementAndGet();
            return InetAddress.getAllByName(host);
        })) {
            assertThat(post(client, url.formatted(port()))).isEqualTo(new Unanswered(Failure.FORBIDDEN_ADDRESS));
        }
        assertThat(lookups).hasValue(0);
        assertThat(received).isEmpty();
    }

    @Test
    void one_forbidden_address_among_public_ones_is_enough_to_refuse() throws IOException {
        InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")};
        try (OutboundClient client = guarded(host -> both)) {
            assertThat(post(client, "https://hooks.harbour.example/"))
                    .isEqualTo(new Unanswered(Failure.FORBIDDEN_ADDRESS));
        }
    }

    @Test
    void a_name_is_looked_up_once_for_each_request_and_just_that_address_is_called() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        NameLookup rebinding = host -> new InetAddress[] {
            InetAddress.getByName(lookups.getAndIncrement() < 2 ? "127.0.0.1" : "169.254.169.254")
        };
        String url = "http://hooks.harbour.example:" + port() + "/200";
        try (OutboundClient client =
                OutboundBeans.client(OutboundConfigs.loopback(DEADLINE), clock(), rebinding, OutboundConfigs.tls())) {
            assertThat(post(client, url)).isEqualTo(new Answered(200, null));
            assertThat(post(client, url)).isEqualTo(new Answered(200, null));
            assertThat(lookups).hasValue(2);
            assertThat(post(client, url)).isEqualTo(new Unanswered(Failure.FORBIDDEN_ADDRESS));
        }
        assertThat(lookups).hasValue(3);
        assertThat(received).hasSize(2).allMatch(line -> line.contains(" hooks.harbour.example:"));
    }

    @Test
    void a_name_that_nobody_knows_is_told_apart() throws IOException {
        try (OutboundClient client = guarded(host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(client.leadsToThePublic(URI.create("https://hooks.harbour.example/")))
                    .isFalse();
            assertThat(post(client, "https://hooks.harbour.example/")).isEqualTo(new Unanswered(Failure.UNKNOWN_HOST));
        }
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws IOException {
        int port = port();
        server.stop(0);

        assertThat(post(local(), "http://127.0.0.1:" + port + "/")).isEqualTo(new Unanswered(Failure.UNREACHABLE));
    }

    @Test
    void a_receiver_that_hangs_is_given_up_at_the_deadline() throws IOException {
        assertThat(scripted("", Duration.ofMillis(300))).isEqualTo(new Unanswered(Failure.TIMED_OUT));
    }

    @Test
    void a_receiver_that_drips_its_head_is_given_up_at_the_deadline() throws IOException {
        String dripping = "HTTP/1.1 200 OK\r\n" + "X-Drip: 1\r\n".repeat(10_000);

        assertThat(scripted(dripping, Duration.ofMillis(300))).isEqualTo(new Unanswered(Failure.TIMED_OUT));
    }

    @Test
    void a_body_that_never_ends_is_not_waited_for() throws IOException {
        assertThat(scripted("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", DEADLINE))
                .isEqualTo(new Answered(200, null));
    }

    @Test
    void what_is_no_http_is_a_broken_connection() throws IOException {
        assertThat(scripted("SSH-2.0-OpenSSH\r\n\r\n", null)).isEqualTo(new Unanswered(Failure.BROKEN));
        assertThat(scripted("", null)).isEqualTo(new Unanswered(Failure.BROKEN));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        String path = exchange.getRequestURI().getPath();
        int status = Integer.parseInt(path.substring(1));
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/200");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /**
     * Answers one connection with these words, a few at a time, and then hangs; or closes where no deadline is given.
     */
    private OutboundAnswer scripted(String words, @Nullable Duration deadline) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OutboundClient client = OutboundConfigs.client(deadline == null ? DEADLINE : deadline, clock())) {
            Thread.ofVirtual().start(() -> speak(socket, words, deadline == null));
            return post(client, "http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
    }

    private static void speak(ServerSocket socket, String words, boolean closing) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            if (closing) {
                connection.shutdownOutput();
            }
            while (connection.getInputStream().read() >= 0) {
                // until the other side goes
            }
        } catch (IOException e) {
            // the other side went
        }
    }

    private OutboundClient local() {
        return OutboundConfigs.client(DEADLINE, clock());
    }

    private static OutboundClient guarded(NameLookup names) {
        return OutboundBeans.client(OutboundConfigs.of(false, DEADLINE), clock(), names, OutboundConfigs.tls());
    }

    private static InstantSource clock() {
        return () -> NOW;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static OutboundAnswer post(OutboundClient client, String url) {
        return client.post(new OutboundRequest(
                URI.create(url),
                Map.of("Content-Type", "application/json"),
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
    }
}
