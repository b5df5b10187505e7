package app.backtrack.runtime.sealing;

import app.backtrack.runtime.DurableFiles;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The master keys of a deployment: a Tink keyset in JSON, given as text or as a file. One of its keys is the newest;
 * the others only open what was wrapped before. A file may change while processes run: they notice.
 */
public final class MasterKeyset {
    private final @Nullable Path file;
    private volatile Loaded loaded;

    private MasterKeyset(@Nullable Path file, Loaded loaded) {
        this.file = file;
        this.loaded = loaded;
    }

    /** A keyset as it is now, and the state of its file that it was read from. */
    private record Loaded(KeysetHandle keys, @Nullable Object stamp) {}

    /**
     * Takes a keyset from a text.
     *
     * @throws IllegalArgumentException if it is none; the message repeats nothing of it
     */
    public static MasterKeyset of(String json) {
        return new MasterKeyset(null, new Loaded(parse(json), null));
    }

    /**
     * Takes a keyset from a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds none
     */
    public static MasterKeyset in(Path file) throws IOException {
        return new MasterKeyset(file, load(file));
    }

    /** Takes a keyset from a file, which is made with a new key where it is not there; one process makes it. */
    public static MasterKeyset inOrNew(Path file) throws IOException {
        if (!DurableFiles.isThere(file)) {
            Path folder = DurableFiles.parentOf(file);
            Files.createDirectories(folder);
            Path draft = file.resolveSibling("." + file.getFileName() + ".draft-" + UUID.randomUUID());
            DurableFiles.makeOnce(file, draft, bytes(newKeyset()));
            DurableFiles.sync(folder);
        }
        return in(file);
    }

    /** The keys as they are now. */
    KeysetHandle keys() {
        if (file != null) {
            try {
                if (!stamp(file).equals(loaded.stamp())) {
                    loaded = load(file);
                }
            } catch (IOException | IllegalArgumentException e) {
                // What was read holds still: the file is being put in its place, or its disk is away.
                return loaded.keys();
            }
        }
        return loaded.keys();
    }

    /** Where they stand; empty where they were given as a text, which no command can change. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Adds a key, the newest from now on.
     *
     * @throws IllegalStateException if the keyset stands in no file
     */
    void addNewest() throws IOException {
        try {
            put(KeysetHandle.newBuilder(keys())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-256 on this JDK", e);
        }
    }

    /** Drops all keys but the newest. */
    void dropFormer() throws IOException {
        try {
            KeysetHandle.Entry newest = keys().getPrimary();
            put(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(newest.getKey())
                            .withFixedId(newest.getId())
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset that was read cannot be written", e);
        }
    }

    /** How many keys there are. */
    int size() {
        return keys().size();
    }

    private void put(KeysetHandle changed) throws IOException {
        if (file == null) {
            throw new IllegalStateException("the master key is not in a file");
        }
        DurableFiles.replace(file, bytes(changed));
        loaded = load(file);
    }

    private static Loaded load(Path file) throws IOException {
        Object stamp = stamp(file);
        return new Loaded(parse(Files.readString(file)), stamp);
    }

    private static Object stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + "/" + attributes.lastModifiedTime() + "/" + attributes.size();
    }

    private static KeysetHandle parse(String json) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the master key is no Tink keyset in JSON", e);
        }
    }

    static KeysetHandle newKeyset() {
        try {
            AeadConfig.register();
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-256 on this JDK", e);
        }
    }

    static byte[] bytes(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset that was made cannot be written", e);
        }
    }
}
