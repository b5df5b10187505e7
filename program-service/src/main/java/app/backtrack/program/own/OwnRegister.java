package app.backtrack.program.own;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes versions of what a clinic has of its own, so that nobody's change is overwritten unseen. */
public final class OwnRegister<T> {

    /** So many of a sort a clinic may have; a few more if it writes them at the same instant. */
    public static final int MAX_PER_CLINIC = 500;

    /** Few enough that a document stays far below MongoDB's 16 MB. */
    public static final int MAX_VERSIONS = 200;

    private final VersionedStore<T> store;
    private final Function<Author, List<Versioned<T>>> siblings;
    private final int most;

    /** Writes to a store of which a clinic may fill its share. */
    public OwnRegister(VersionedStore<T> store) {
        this(store, author -> store.list(author.clinic(), MAX_PER_CLINIC), MAX_PER_CLINIC);
    }

    /**
     * Writes to a store of which something else may fill its share.
     *
     * @param siblings those that count together with what an author writes, at most {@code most} of them
     * @param most how many these may be
     */
    public OwnRegister(VersionedStore<T> store, Function<Author, List<Versioned<T>>> siblings, int most) {
        this.store = store;
        this.siblings = siblings;
        this.most = most;
    }

    /**
     * Writes the first or the next version; the same content again, without a version, changes nothing.
     *
     * @param expected the version that the caller saw; null if they saw none
     */
    public Written<T> write(Author author, String id, T content, @Nullable Integer expected) {
        Optional<Versioned<T>> before = store.find(author.clinic(), id);
        return before.isEmpty()
                ? begin(author, id, content, expected)
                : change(author, before.get(), content, expected);
    }

    private Written<T> begin(Author author, String id, T content, @Nullable Integer expected) {
        if (expected != null) {
            return new Written.Missing<>();
        }
        if (siblings.apply(author).size() >= most) {
            return new Written.Full<>(most);
        }
        if (store.begin(author.clinic(), id, content, author.actor(), author.at())) {
            return new Written.Created<>(new Versioned<>(id, 1, content, author.at(), author.actor()));
        }
        Versioned<T> other = store.find(author.clinic(), id)
                .orElseThrow(() -> new IllegalStateException("written by another request, and not there"));
        return change(author, other, content, null);
    }

    private Written<T> change(Author author, Versioned<T> before, T content, @Nullable Integer expected) {
        if (expected == null) {
            return before.content().equals(content) ? new Written.Unchanged<>(before) : new Written.Unguarded<>();
        }
        if (expected != before.number()) {
            return new Written.Stale<>(before.number());
        }
        if (expected >= MAX_VERSIONS) {
            return new Written.TooManyVersions<>(MAX_VERSIONS);
        }
        Versioned<T> next = new Versioned<>(before.id(), expected + 1, content, author.at(), author.actor());
        if (store.append(author.clinic(), expected, next)) {
            return new Written.Changed<>(next);
        }
        int now =
                store.find(author.clinic(), before.id()).map(Versioned::number).orElse(expected);
        return new Written.Stale<>(now);
    }

    /**
     * Who writes, and when.
     *
     * @param at the clock's reading, whole milliseconds
     */
    public record Author(ClinicId clinic, Actor actor, Instant at) {}
}
