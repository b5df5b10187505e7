package app.backtrack.notification.mail;

import app.backtrack.runtime.WholeNumberSetting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where mail goes out, and as whom. */
@ConfigMapping(prefix = "backtrack.mail")
interface MailConfig {

    /** The mail server's host. */
    @WithDefault("127.0.0.1")
    String host();

    /** The mail server's port. */
    @WithDefault("8087")
    @WithConverter(WholeNumberSetting.Port.class)
    int port();

    /** Who signs in; none where the server asks for nobody. */
    Optional<String> username();

    /** The password of {@link #username()}. */
    Optional<String> password();

    /** Whether to refuse a server that offers no STARTTLS; where it is offered, it is used in any case. */
    @WithDefault("false")
    boolean tlsRequired();

    /** Whether TLS begins with the connection (SMTPS, usually port 465) and not by STARTTLS. */
    @WithDefault("false")
    boolean implicitTls();

    /**
     * A PKCS #12 file of the authorities that the server's certificate may be of; the JDK's own where there is none.
     */
    Optional<Path> trustStore();

    /** The password of {@link #trustStore()}. */
    Optional<String> trustStorePassword();

    /** The sender; its domain is the right-hand side of each {@code Message-ID}. */
    @WithDefault("backtrack@localhost.localdomain")
    String from();

    /** How long to wait for the server, at connecting and for each of its answers. */
    @WithDefault("PT10S")
    Duration patience();
}
