package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** What services say of themselves to an operator. */
final class Health {

    private Health() {}

    static List<URI> all(LocalSystem system) {
        return List.of(
                system.urls().program(), system.urls().tracking(), system.urls().notification());
    }

    /** Fails unless readiness soon says that this is not all right, and why. */
    static void assertDown(URI service, String check) {
        Eventually.holds(() -> {
            JsonNode answer =
                    Api.get(service.resolve("/q/health/ready"), null).is(503).json();
            JsonNode found = StreamSupport.stream(answer.path("checks").spliterator(), false)
                    .filter(one -> one.path("name").asText().equals(check))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no check " + check + " in " + answer));
            assertThat(found.path("status").asText()).as("%s", answer).isEqualTo("DOWN");
            assertThat(found.at("/data/why").asText()).as("%s", answer).isNotBlank();
        });
    }

    /** Fails unless the service is soon ready. */
    static void assertReady(URI service) {
        Eventually.holds(() -> Api.get(service.resolve("/q/health/ready"), null).is(200));
    }

    /** Fails unless the service wants to live. */
    static void assertAlive(URI service) {
        Api.get(service.resolve("/q/health/live"), null).is(200);
    }
}
