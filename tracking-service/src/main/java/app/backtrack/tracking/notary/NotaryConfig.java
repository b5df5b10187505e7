package app.backtrack.tracking.notary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the chains are anchored. */
@ConfigMapping(prefix = "backtrack.notary")
public interface NotaryConfig {

    /** The file of the anchors. Best on storage that only takes additions, away from log and database. */
    @WithDefault(".backtrack/anchors.jws")
    Path anchors();

    /** How often the chains that grew are anchored. */
    @WithDefault("PT10M")
    Duration every();
}
