package app.backtrack.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@WebTest
@TestProfile(RenewalIT.AlwaysRenewing.class)
class RenewalIT {
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void requests_during_renewals_of_their_tokens_all_find_the_session_and_the_cookie_stays() {
        String clinic = Tokens.newClinic();
        Surfer surfer = new Surfer(port);
        surfer.signIn(Account.therapist(clinic, "therapist-" + clinic), "/clinic");
        String cookie = surfer.session().getValue();

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> surfer.get("/api/program/v1/echo").statusCode()))
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(202);
        assertThat(surfer.session().getValue()).isEqualTo(cookie);
        assertThat(surfer.get("/session").body()).contains(clinic);
    }

    /** The embedded issuer's tokens last for 8 hours: this renews them with every request. */
    public static final class AlwaysRenewing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.token.refresh-token-time-skew", "9H");
        }
    }
}
