package app.backtrack.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Against a stand-in for all three services that only keeps what it is sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoLoaderTest {

    private static final DemoClinic CLINIC = new DemoClinic(LocalDate.of(2026, 11, 20));

    private final List<String> puts = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private volatile boolean refusing;
    private HttpServer server;
    private DemoLoader loader;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        loader = new DemoLoader(url, url, url, clinicId -> "token-of-" + clinicId);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sends_every_patient_program_mailbox_and_fact_and_again_what_may_be_tried_again() {
        AtomicInteger steps = new AtomicInteger();

        loader.load(CLINIC, steps::incrementAndGet);

        int facts = CLINIC.patients().stream()
                .mapToInt(patient -> CLINIC.facts(patient).size())
                .sum();
        assertThat(steps).hasValue(24);
        assertThat(puts).hasSize(24 * 2 + 3).allMatch(put -> put.contains("token-of-"));
        assertThat(puts).anyMatch(put -> put.contains("hillside-backs") && put.contains("/v1/patients/"));
        assertThat(accepted).hasSize(facts);
    }

    @Test
    void says_which_fact_is_refused() {
        refusing = true;

        assertThatThrownBy(() -> loader.load(CLINIC, () -> {})).hasMessageContaining("a demo fact is refused");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = "{}";
            if (path.equals("/v1/journal")) {
                body = journal(exchange);
                exchange.getResponseHeaders().set("Backtrack-Position", "p");
            } else if (exchange.getRequestMethod().equals("PUT")) {
                puts.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            } else {
                exchange.getResponseHeaders().set("Backtrack-Applied", "true");
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The first item of every second batch may be tried again. */
    private String journal(HttpExchange exchange) throws IOException {
        JsonNode items = ApiClient.JSON.readTree(exchange.getRequestBody());
        boolean holdsBack = batches.getAndIncrement() % 2 == 0;
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            boolean again = holdsBack && i == 0;
            if (!again && !refusing) {
                accepted.add(items.get(i).get("id").asText());
            }
            results.append(i == 0 ? "" : ",")
                    .append("{\"index\":%d,\"status\":\"%s\",\"retry\":%b}"
                            .formatted(i, again || refusing ? "refused" : "accepted", again && !refusing));
        }
        return "[" + results + "]";
    }
}
