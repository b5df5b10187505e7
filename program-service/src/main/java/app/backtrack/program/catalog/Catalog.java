package app.backtrack.program.catalog;

import app.backtrack.program.StrictResource;
import app.backtrack.program.entry.CatalogEntry;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entries that every clinic has; read once, so that a broken one stops the start and not a request. */
@Singleton
public final class Catalog {

    /** The version of all of them; one that is ever changed gets the next, and keeps this one readable. */
    public static final int VERSION = 1;

    private final Map<String, CatalogEntry> entries = read();

    /** All of them, in the order of their ids. */
    public Collection<CatalogEntry> all() {
        return entries.values();
    }

    /** Finds one by its id. */
    public Optional<CatalogEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    private static Map<String, CatalogEntry> read() {
        Map<String, EntryBody> bodies = StrictResource.read("/catalog.json", new TypeReference<>() {});
        Map<String, CatalogEntry> entries = new TreeMap<>();
        bodies.forEach((id, body) -> entries.put(id, body.entry(id)));
        return Collections.unmodifiableMap(entries);
    }
}
