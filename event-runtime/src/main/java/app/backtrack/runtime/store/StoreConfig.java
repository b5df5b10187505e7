package app.backtrack.runtime.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service uses the document store. */
@ConfigMapping(prefix = "backtrack.store")
public interface StoreConfig {

    /** The service's own database. */
    @WithDefault("backtrack")
    String database();

    /** How long a write may wait for a majority. */
    @WithDefault("PT5S")
    Duration writeDeadline();

    /** How long the health check waits for a sign of life. */
    @WithDefault("PT1S")
    Duration healthDeadline();
}
