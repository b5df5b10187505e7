package app.backtrack.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsAtStartTest {

    @ParameterizedTest
    @CsvSource({
        "backtrack.position.secret, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "quarkus.oidc.credentials.secret, demo-secret",
        "backtrack.mail.password, changeme",
        "backtrack.session.keys, demo",
        "BACKTRACK_POSITION_SECRET, secret"
    })
    void a_secret_that_everybody_knows_ends_the_start_and_is_not_repeated(String name, String value) {
        assertThatThrownBy(() -> start(Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining(value + "]");
    }

    @Test
    void but_not_in_local_mode() {
        assertThatCode(() -> start(Map.of("backtrack.position.secret", "demo", "backtrack.local", "true")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_secret_of_its_own_is_taken_and_what_is_no_secret_may_say_anything() {
        assertThatCode(() -> start(Map.of(
                        "backtrack.position.secret",
                        "q0bZkz1y5Qm3ZpS4m1Jb8o2bq7m5tQk7R3c6nVxY9aE",
                        "backtrack.store.database",
                        "backtrack")))
                .doesNotThrowAnyException();
    }

    @Test
    void secrets_are_known_by_the_end_of_their_names() {
        assertThat(SecretRules.isSecret("backtrack.mail.trust-store-password")).isTrue();
        assertThat(SecretRules.isSecret("backtrack.log.client.\"sasl.jaas.config\""))
                .isFalse();
        assertThat(SecretRules.isSecret("backtrack.keys.dir")).isFalse();
    }

    private static void start(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 100))
                .build();
        new SecretsAtStart(config).check(new StartupEvent());
    }
}
