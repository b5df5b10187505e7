package app.backtrack.local.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The ahead-of-time cache of one service (JEP 483, 514). Its file is named after the service, after all that it belongs
 * to, and after its own content: one that belongs to something else or was spoiled is not found, and the service starts
 * without. The JVM looks at a cache's head only, and a spoiled body would end it.
 */
public final class StartCache {
    /** The first JDK that makes such a cache by one flag. */
    public static final int OLDEST_JDK = 25;

    private static final String ENDING = ".aot";
    private static final String UNFINISHED = ".unfinished";

    /** Files that were read to their end, with size and time: the many systems of a test run read each once. */
    private static final Map<String, Boolean> SOUND = new ConcurrentHashMap<>();

    private final Path folder;
    private final String name;
    private final String key;

    private StartCache(Path folder, String name, String key) {
        this.folder = folder;
        this.name = name;
        this.key = key;
    }

    /**
     * The cache of a service, whether or not it has been made.
     *
     * @param folder where caches are kept
     * @param name the service, and its way of running where there are several
     * @param flags of the JVM, without those of this class
     * @param jars everything on the class path
     */
    public static StartCache of(Path folder, String name, List<String> flags, List<Path> jars) {
        String jdk = System.getProperty("java.home") + ' ' + System.getProperty("java.vm.version");
        return new StartCache(
                folder,
                name,
                new CacheKey(jdk, flags, jars.stream().map(StartCache::jar).toList()).text());
    }

    private static CacheKey.Jar jar(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new CacheKey.Jar(
                    file.toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException("a jar cannot be looked at", e);
        }
    }

    /** The JVM's flags that use it; none where there is none that is sound. */
    public List<String> flags() {
        return file().map(file -> List.of("-XX:AOTCache=" + file)).orElseGet(List::of);
    }

    /** The file, where it has been made and is as it was then. */
    public Optional<Path> file() {
        return named(name + '.' + key + '.').stream()
                .filter(StartCache::isSound)
                .findFirst();
    }

    /** Where a process that is to make it writes it. */
    public Path unfinished() {
        return folder.resolve(name + '.' + key + '.' + ProcessHandle.current().pid() + UNFINISHED);
    }

    /** Takes what was written there into use, in place of what there was of this name. */
    public Path finish() throws IOException {
        Path made = unfinished();
        Path file = folder.resolve(name + '.' + key + '.' + checksum(made) + ENDING);
        List<Path> former = named(name + '.');
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (Path one : former) {
            if (!one.equals(file)) {
                Files.deleteIfExists(one);
            }
        }
        return file;
    }

    private List<Path> named(String beginning) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> isNamed(file.getFileName().toString(), beginning))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of caches cannot be read", e);
        }
    }

    private static boolean isNamed(String file, String beginning) {
        return file.startsWith(beginning) && (file.endsWith(ENDING) || file.endsWith(UNFINISHED));
    }

    private static boolean isSound(Path file) {
        if (!file.toString().endsWith(ENDING)) {
            return false;
        }
        try {
            String seen = file + " " + Files.size(file) + ' ' + Files.getLastModifiedTime(file);
            Boolean known = SOUND.get(seen);
            if (known == null) {
                known = file.getFileName().toString().endsWith('.' + checksum(file) + ENDING);
                SOUND.put(seen, known);
            }
            return known;
        } catch (IOException gone) {
            return false; // replaced by another process a moment ago, or not ours to read
        }
    }

    private static String checksum(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            CRC32C crc = new CRC32C();
            crc.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            return String.format("%08x", crc.getValue());
        }
    }
}
