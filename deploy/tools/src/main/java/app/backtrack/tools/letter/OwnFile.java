package app.backtrack.tools.letter;

import app.backtrack.tools.place.CannotException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file for clinical content: new, and readable by its owner only from its first byte on. */
final class OwnFile {
    private OwnFile() {}

    static void write(Path file, byte[] content) throws IOException {
        try (var out = Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))))) {
            out.write(content);
        } catch (FileAlreadyExistsException e) {
            throw new CannotException(file + " is there already; name a new file.");
        }
    }
}
