package app.backtrack.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A golden sample: the opened data of an event as some version of ours has written it. A sample that was released is
 * never edited.
 *
 * @param type whose data it is
 * @param name what is special about it; {@code full} and {@code minimal} exist for each type
 * @param json the file's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(EventType type, String name, byte[] json) {
    static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    static Stream<Sample> all() {
        return Arrays.stream(EventType.values()).flatMap(type -> of(type).stream());
    }

    static Stream<Sample> full() {
        return all().filter(sample -> sample.name().equals("full"));
    }

    static Stream<Sample> minimal() {
        return all().filter(sample -> sample.name().equals("minimal"));
    }

    static List<Sample> of(EventType type) {
        Path folder = FOLDER.resolve(shortName(type));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(file -> read(type, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shortName(EventType type) {
        return type.wireName().substring("app.backtrack.".length());
    }

    BacktrackEvent event() throws IOException {
        return EventJson.read(json, type.eventClass());
    }

    private static Sample read(EventType type, Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return new Sample(type, name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return shortName(type) + "/" + name;
    }
}
