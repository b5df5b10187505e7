package app.backtrack.notification.push;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds the key pair of this deployment; in local mode it makes one, once. */
@Singleton
class VapidKeys {
    private static final Logger LOG = Logger.getLogger(VapidKeys.class);

    private final Optional<VapidKey> key;

    /**
     * Takes the settings as they are at the start.
     *
     * @throws IllegalStateException if they name a key that is not there or is none: browsers that have subscribed
     *     under it would be told nothing
     */
    VapidKeys(PushConfig config) {
        this.key = find(config);
    }

    void start(@Observes StartupEvent event) {
        if (key.isEmpty()) {
            LOG.info("No VAPID key is set: web push is off");
        }
    }

    /** The key pair; empty where there is no web push. */
    Optional<VapidKey> key() {
        return key;
    }

    private static Optional<VapidKey> find(PushConfig config) {
        try {
            if (config.vapidPublicKey().isPresent() && config.vapidPrivateKey().isPresent()) {
                return Optional.of(VapidKey.of(
                        config.vapidPublicKey().get(), config.vapidPrivateKey().get()));
            }
            if (config.vapidPublicKey().isPresent() != config.vapidPrivateKey().isPresent()) {
                throw new IllegalStateException(
                        "backtrack.push.vapid-public-key and .vapid-private-key go together; one is missing");
            }
            return config.vapidKeyFile().map(file -> read(file, config.makeKey()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("backtrack.push has a VAPID key that is no key pair on P-256", e);
        }
    }

    private static VapidKey read(Path file, boolean make) {
        try {
            if (make && !Files.exists(file)) {
                make(file);
            }
            return VapidKey.ofJwk(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("backtrack.push.vapid-key-file cannot be read", e);
        }
    }

    /** On disk before it is used, or a crash would leave browsers with a key that nobody has. */
    private static void make(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        Path made = Files.createTempFile(folder, "vapid", ".new", ownerOnly(folder));
        try {
            Files.writeString(made, VapidKey.fresh().jwk(), StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.createLink(file, made); // fails where another process was first
        } catch (FileAlreadyExistsException e) {
            LOG.debugf("Another process made the VAPID key, file=%s", file.getFileName());
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
