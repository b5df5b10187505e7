package app.backtrack.notification.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What we sign with towards push services. Without a key there is no web push, and everything else works. */
@ConfigMapping(prefix = "backtrack.push")
interface PushConfig {

    /** A file with the key pair as a JWK (RFC 7517) on curve P-256. */
    Optional<Path> vapidKeyFile();

    /** Whether to make {@link #vapidKeyFile()} where it is missing; as {@code BACKTRACK_LOCAL}. */
    @WithDefault("false")
    boolean makeKey();

    /** The public key, 65 bytes as base64url, in the form that key tools print; instead of a file. */
    Optional<String> vapidPublicKey();

    /** The private key of {@link #vapidPublicKey()}, 32 bytes as base64url. */
    Optional<String> vapidPrivateKey();

    /** Whom a push service turns to when something is wrong with our messages: a {@code mailto:} or https URL. */
    @WithDefault("mailto:backtrack@localhost.localdomain")
    String subject();
}
