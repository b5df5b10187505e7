package app.backtrack.runtime.secret;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Ends the start of a service outside local mode that works with a secret which everybody knows. It names the setting,
 * never its value.
 */
@Singleton
class SecretsAtStart {
    private final Config config;

    SecretsAtStart(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        boolean local =
                config.getOptionalValue("backtrack.local", Boolean.class).orElse(false);
        boolean serving =
                config.getOptionalValue("backtrack.log.reading", Boolean.class).orElse(true);
        if (local || !serving) {
            return;
        }
        List<String> known = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(SecretRules::isSecret)
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(SecretRules::isPublic)
                        .isPresent())
                .sorted()
                .toList();
        if (!known.isEmpty()) {
            throw new IllegalStateException(
                    "These settings hold secrets that everybody knows: " + known
                            + ". Give each a secret of its own, by environment or file. Only BACKTRACK_LOCAL=true works without.");
        }
    }
}
