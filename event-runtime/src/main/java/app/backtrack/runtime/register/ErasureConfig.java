package app.backtrack.runtime.register;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the register of erasures is kept, and when erasing runs. */
@ConfigMapping(prefix = "backtrack.erasure")
public interface ErasureConfig {

    /** The file of the register, where there is no database for it; all services of a machine share it. */
    @WithDefault(".backtrack/erasures/register.ndjson")
    Path register();

    /** A MongoDB for the register, restored from no backup; the file is not used then. */
    Optional<String> mongodbUri();

    /** The database for the register. */
    @WithDefault("backtrack-erasures")
    String database();

    /** How long a write to the register may wait for a majority. */
    @WithDefault("PT5S")
    Duration writeDeadline();

    /**
     * How long after an erasure a service erases again what a process may have written that still knew the key: the
     * longest time that a key stays in memory, and what a batch may take.
     */
    @WithDefault("PT100S")
    Duration againAfter();

    /** Whether this service is the one that tells the log of erasures: the one that takes them in. */
    @WithDefault("false")
    boolean tells();

    /** How often a service looks into the register. */
    @WithDefault("PT1S")
    Duration every();
}
