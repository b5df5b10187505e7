package app.backtrack.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.PartAddresses;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WelcomeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:30:00.123Z");
    private static final PartAddresses PARTS = new PartAddresses(
            "127.0.0.1:8092",
            "mongodb://127.0.0.1:8094",
            "http://127.0.0.1:8089/backtrack",
            "127.0.0.1",
            "8087",
            "http://127.0.0.1:8088",
            "accounts.ndjson");
    private static final LocalUrls URLS = LocalUrls.of(
            ServicePorts.above(8080), URI.create("http://127.0.0.1:8089/backtrack/token"), PARTS.mailPage());

    private final Welcome welcome = new Welcome(URLS, PARTS);

    @Test
    void shows_every_address_and_account() {
        assertThat(welcome.text(true, NOW))
                .contains("http://127.0.0.1:8081", "http://127.0.0.1:8082", "http://127.0.0.1:8083/q/swagger-ui")
                .contains("http://127.0.0.1:8088", PARTS.issuer(), PARTS.kafka(), PARTS.mongodb())
                .contains("thea.harbour", "hanna.hillside", "harbour-system");
    }

    @Test
    void has_three_lines_to_paste_with_and_without_the_demo() {
        for (boolean demo : new boolean[] {true, false}) {
            assertThat(welcome.text(demo, NOW)
                            .lines()
                            .filter(line -> line.startsWith("TOKEN=") || line.startsWith("curl ")))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("$TOKEN"));
        }
    }

    @Test
    void the_score_to_paste_is_of_this_moment() {
        assertThat(welcome.text(true, NOW)).contains("\"occurredAt\":\"2026-11-20T18:30:00Z\"");
    }
}
