package app.backtrack.runtime.sealing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the start of a service that has no master key, before anything is read or taken in. */
@Singleton
class KeysAtStart {
    private final boolean serving;
    private final Instance<MasterKeyset> masterKeys;

    KeysAtStart(
            @ConfigProperty(name = "backtrack.log.reading", defaultValue = "true") boolean serving,
            Instance<MasterKeyset> masterKeys) {
        this.serving = serving;
        this.masterKeys = masterKeys;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        if (serving) { // a command says itself what it needs
            masterKeys.get().keys();
        }
    }
}
