package app.backtrack.tools.backup;

import app.backtrack.tools.backup.Manifest.FileForm;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A compressed file of lines, for its owner only, on disk before it counts as written. */
final class LineFile implements AutoCloseable {
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final GZIPOutputStream packed;
    private final Writer writer;
    private long lines;

    /** A new file; its folders are made where they are missing. */
    LineFile(Path file) throws IOException {
        Files.createDirectories(file.getParent(), OWNER_ONLY_FOLDER);
        channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
        OutputStream counted = new DigestOutputStream(Channels.newOutputStream(channel), digest);
        packed = new GZIPOutputStream(counted, BUFFER);
        writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), BUFFER);
    }

    void add(String line) {
        try {
            writer.write(line);
            writer.write('\n');
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written", e);
        }
    }

    /** Ends the file and says what it is. */
    FileForm end() throws IOException {
        writer.flush();
        packed.finish();
        channel.force(true);
        channel.close();
        return new FileForm(lines, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Shows each line of a file. */
    static void read(Path file, Consumer<String> reader) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(line);
            }
        }
    }

    /** The SHA-256 of a file's bytes as they are now. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
