package app.backtrack.tracking.journal;

import app.backtrack.events.FactEvent;
import app.backtrack.events.FactKind;
import java.util.Comparator;
import java.util.UUID;

/**
 * Identifies a fact within its patient, whatever its revisions say.
 *
 * @param kind which kind of fact
 * @param id made by the client
 */
public record FactKey(FactKind kind, UUID id) implements Comparable<FactKey> {

    /** By kind and then as the ids are written, which {@link UUID#compareTo} with its signed halves is not. */
    private static final Comparator<FactKey> ORDER = Comparator.comparing(FactKey::kind)
            .thenComparing(
                    (a, b) -> Long.compareUnsigned(a.id().getMostSignificantBits(), b.id().getMostSignificantBits()))
            .thenComparing(
                    (a, b) -> Long.compareUnsigned(a.id().getLeastSignificantBits(), b.id().getLeastSignificantBits()));

    /** The key of the fact that {@code event} is a revision of. */
    public static FactKey of(FactEvent event) {
        return new FactKey(event.kind(), event.id());
    }

    @Override
    public int compareTo(FactKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.wireName() + "~" + id;
    }
}
