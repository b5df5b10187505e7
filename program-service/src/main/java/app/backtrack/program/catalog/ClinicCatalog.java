package app.backtrack.program.catalog;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.own.Origin;
import app.backtrack.program.own.OwnRegister;
import app.backtrack.program.own.OwnRegister.Author;
import app.backtrack.program.own.Versioned;
import app.backtrack.program.own.VersionedStore;
import app.backtrack.program.own.Written;
import app.backtrack.runtime.store.Documents;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalog as a clinic has it: ours and its own. Where both have an id, which only a later release of ours can bring
 * about, the clinic's entry stands, since its programs mean that one.
 */
@Singleton
public final class ClinicCatalog {
    private final Catalog ours;
    private final VersionedStore<CatalogEntry> own;
    private final OwnRegister<CatalogEntry> register;
    private final HiddenEntryStore hiding;

    ClinicCatalog(Catalog ours, Documents documents, HiddenEntryStore hiding) {
        this.ours = ours;
        this.own = new VersionedStore<>(documents, "catalog-entries", CatalogEntry.class);
        this.register = new OwnRegister<>(own);
        this.hiding = hiding;
    }

    /** The entries of these ids, as far as there are any, whether hidden or not: plans may go on naming those. */
    public Map<String, CatalogEntry> entries(ClinicId clinic, Set<String> ids) {
        Map<String, CatalogEntry> found = new HashMap<>();
        ids.forEach(id -> ours.find(id).ifPresent(entry -> found.put(id, entry)));
        own.findAll(clinic, ids).forEach(version -> found.put(version.id(), version.content()));
        return found;
    }

    /** The entries of a kind that the clinic offers, in the order of their ids. */
    public List<CatalogEntry> offered(ClinicId clinic, Kind kind) {
        return list(clinic).stream()
                .filter(listed -> !listed.hidden() && listed.entry().kind() == kind)
                .map(Listed::entry)
                .toList();
    }

    /** Every entry in its current version, in the order of the ids. */
    Collection<Listed> list(ClinicId clinic) {
        Set<String> hidden = hiding.hidden(clinic);
        Map<String, Listed> listed = new TreeMap<>();
        ours.all().forEach(entry -> listed.put(entry.id(), ours(entry, hidden)));
        List<Versioned<CatalogEntry>> written = own.list(clinic, 2 * OwnRegister.MAX_PER_CLINIC);
        written.forEach(version -> listed.put(version.id(), own(version, hidden)));
        return listed.values();
    }

    /** One entry in its current version. */
    Optional<Listed> find(ClinicId clinic, String id) {
        Set<String> hidden = hiding.hidden(clinic);
        return own.find(clinic, id)
                .map(version -> own(version, hidden))
                .or(() -> ours.find(id).map(entry -> ours(entry, hidden)));
    }

    /** One entry in a past or its current version. */
    Optional<Listed> find(ClinicId clinic, String id, int number) {
        Set<String> hidden = hiding.hidden(clinic);
        return own.find(clinic, id, number)
                .map(version -> own(version, hidden))
                .or(() ->
                        number == Catalog.VERSION ? ours.find(id).map(entry -> ours(entry, hidden)) : Optional.empty());
    }

    /** Whether the id is one of ours. */
    boolean isOurs(String id) {
        return ours.find(id).isPresent();
    }

    /** Writes an entry of the clinic's own. */
    Written<CatalogEntry> write(Author author, CatalogEntry entry, @Nullable Integer expected) {
        return register.write(author, entry.id(), entry, expected);
    }

    /** The entry that was written, as it is shown. */
    Listed written(ClinicId clinic, Versioned<CatalogEntry> version) {
        return own(version, hiding.hidden(clinic));
    }

    /** No longer offers an entry. */
    void hide(ClinicId clinic, String id, Actor actor, Instant at) {
        hiding.hide(clinic, id, actor, at);
    }

    /** Offers an entry again. */
    void show(ClinicId clinic, String id) {
        hiding.show(clinic, id);
    }

    private static Listed ours(CatalogEntry entry, Set<String> hidden) {
        return new Listed(Origin.BUILT_IN, Catalog.VERSION, hidden.contains(entry.id()), entry);
    }

    private static Listed own(Versioned<CatalogEntry> version, Set<String> hidden) {
        return new Listed(Origin.CLINIC, version.number(), hidden.contains(version.id()), version.content());
    }
}
