package app.backtrack.runtime.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What a service signs with. */
@ConfigMapping(prefix = "backtrack.signing")
public interface SigningConfig {

    /** A private Ed25519 key as a JSON Web Key; made where there is none. Processes of a service share it. */
    @WithDefault(".backtrack/proof-key.json")
    Path keyFile();
}
