package app.backtrack.tools.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies patients' keys from one folder to another. What is there is never overwritten, and no key is put beside its
 * tombstone: a destroyed key stays destroyed.
 */
final class KeyFolder {
    private static final String KEY = ".key";
    private static final String TOMBSTONE = ".destroyed";

    private KeyFolder() {}

    /** How many files were copied. */
    static int copy(Path from, Path to) throws IOException {
        int copied = 0;
        try (Stream<Path> all = Files.walk(from, 2)) {
            // Tombstones first: a key that is met afterwards finds them.
            List<Path> files = Stream.concat(
                            Files.walk(from, 2).filter(file -> isNamed(file, TOMBSTONE)),
                            all.filter(file -> isNamed(file, KEY)))
                    .toList();
            for (Path file : files) {
                Path target = to.resolve(from.relativize(file));
                if (!Files.exists(target) && !(isNamed(file, KEY) && Files.exists(tombstone(target)))) {
                    Files.createDirectories(target.getParent(), LineFile.OWNER_ONLY_FOLDER);
                    copyDurably(file, target);
                    copied++;
                }
            }
        }
        return copied;
    }

    private static boolean isNamed(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.endsWith(ending) && !name.startsWith(".");
    }

    private static Path tombstone(Path key) {
        String name = key.getFileName().toString();
        return key.resolveSibling(name.substring(0, name.length() - KEY.length()) + TOMBSTONE);
    }

    private static void copyDurably(Path file, Path target) throws IOException {
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }
}
