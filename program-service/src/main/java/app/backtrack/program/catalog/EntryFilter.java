package app.backtrack.program.catalog;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Category;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.entry.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks of an entry; null asks nothing.
 *
 * @param words every word is to occur somewhere in the entry's names, parts of the body, equipment or purpose
 * @param kind its kind
 * @param category its category
 * @param side whether it is one-sided
 * @param target one of its parts of the body
 * @param equipment one of the things that it takes
 */
record EntryFilter(
        @Nullable String words,
        @Nullable Kind kind,
        @Nullable Category category,
        @Nullable Side side,
        @Nullable String target,
        @Nullable String equipment) {

    /** Whether the entry is one that the search asks for. */
    boolean accepts(CatalogEntry entry) {
        return (kind == null || kind == entry.kind())
                && (category == null || category == entry.category())
                && (side == null || side == entry.sides())
                && (target == null || entry.targets().contains(target))
                && (equipment == null || entry.equipment().contains(equipment))
                && (words == null || mentions(entry, words));
    }

    private static boolean mentions(CatalogEntry entry, String words) {
        String purpose = entry.guidance().purpose();
        String text = Stream.of(
                        Stream.of(entry.id(), entry.name(), entry.category().wireName()),
                        entry.targets().stream(),
                        entry.equipment().stream(),
                        Stream.ofNullable(purpose))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .allMatch(text::contains);
    }
}
