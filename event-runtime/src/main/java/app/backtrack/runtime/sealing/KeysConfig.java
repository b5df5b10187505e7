package app.backtrack.runtime.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where patients' keys are kept. */
@ConfigMapping(prefix = "backtrack.keys")
public interface KeysConfig {

    /** The folder of the key files; all services of a machine share it. */
    @WithDefault(".backtrack/keys")
    Path dir();
}
