package app.backtrack.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.runtime.http.Tokens;
import app.backtrack.testkit.parts.Ports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A deployment that would rather show than note, without a broker. */
@QuarkusTest
@WithTestResource(Tokens.class)
@TestProfile(AccessLogOptionalIT.Optional.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessLogOptionalIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    /** The other choice. */
    public static final class Optional implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "backtrack.access-log.required",
                    "false",
                    "backtrack.log.bootstrap-servers",
                    "127.0.0.1:" + Ports.free(1).getFirst());
        }
    }

    @Test
    void the_answer_goes_out_where_the_log_is_not_required() throws Exception {
        UUID patient = UUID.randomUUID();

        var answer = HTTP.send(
                HttpRequest.newBuilder(server.resolve("/v1/shelf/" + patient))
                        .header("Authorization", Tokens.of("clinic-admin", null))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("this is harbour-physio/" + patient);
    }
}
