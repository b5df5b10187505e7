package app.backtrack.runtime.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where patients' keys are kept, and what they are wrapped by. */
@ConfigMapping(prefix = "backtrack.keys")
public interface KeysConfig {

    /** The folder of the key files, where there is no database for keys; all services of a machine share it. */
    @WithDefault(".backtrack/keys")
    Path dir();

    /** A MongoDB for keys alone, with credentials of its own; the folder is not used then. */
    Optional<String> mongodbUri();

    /** The database for keys. */
    @WithDefault("backtrack-keys")
    String database();

    /** How long a write of a key may wait for a majority. */
    @WithDefault("PT5S")
    Duration writeDeadline();

    /** The master keys: a Tink keyset in JSON. */
    Optional<String> masterKey();

    /**
     * A file that holds them, in place of the text. In local mode it is made beside the folder of the keys where
     * neither is given.
     */
    Optional<Path> masterKeyFile();

    /** Whether a master key is made where none is given, and keys from before there was one are taken and wrapped. */
    @WithDefault("${backtrack.local:false}")
    boolean local();
}
