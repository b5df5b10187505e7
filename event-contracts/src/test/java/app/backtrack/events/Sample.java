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
 * @param form what it is written in
 * @param name what is special about it; {@code full} and {@code minimal} exist for each form, alone or with an addition
 * @param json the file's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample<E>(WireForm<E> form, String name, byte[] json) {
    static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** Every form that is read. */
    static Stream<WireForm<?>> forms() {
        return Stream.concat(
                Arrays.stream(EventType.values()).flatMap(type -> type.forms().stream()),
                Arrays.stream(ClinicEventType.values()).map(ClinicEventType::form));
    }

    /** Every form that is written. */
    static Stream<WireForm<?>> currentForms() {
        return forms().filter(WireForm::isCurrent);
    }

    /** Samples of every form, also of those that are written no more. */
    static Stream<Sample<?>> all() {
        return forms().flatMap(form -> of(form).stream());
    }

    static Stream<Sample<?>> current() {
        return all().filter(sample -> sample.form().isCurrent());
    }

    static Stream<Sample<BacktrackEvent>> ofPatients() {
        return Arrays.stream(EventType.values()).flatMap(type -> of(type.form()).stream());
    }

    static Stream<Sample<?>> full() {
        return all().filter(sample -> sample.isCase("full"));
    }

    static Stream<Sample<?>> minimal() {
        return all().filter(sample -> sample.isCase("minimal"));
    }

    static <E> List<Sample<E>> of(WireForm<E> form) {
        Path folder = FOLDER.resolve(form.toString());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(file -> read(form, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of a type's present form with this very name. */
    static Sample<BacktrackEvent> of(EventType type, String name) {
        return of(type.form()).stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean isCase(String which) {
        return name.equals(which) || name.startsWith(which + "-");
    }

    E event() throws IOException {
        return form.read(json);
    }

    private static <E> Sample<E> read(WireForm<E> form, Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return new Sample<>(form, name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return form + "/" + name;
    }
}
