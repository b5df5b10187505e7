package app.backtrack.tracking.journal;

import app.backtrack.events.Actor;
import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One revision of a fact, as the journal keeps it.
 *
 * @param fact what was reported or taken back
 * @param recordedAt when our server first took it in, UTC
 * @param actor who sent it
 */
public record JournalEntry(FactEvent fact, Instant recordedAt, Actor actor) {

    /**
     * The event key: kind, id, revision and content hash, joined by {@code ~}. The same content sent twice is one
     * entry; another content under the same revision is another. Free of dots and dollar signs, so it can name a member
     * of a document.
     */
    public String key() {
        return factKey() + "~" + fact.revision() + "~" + EventJson.contentHash(fact);
    }

    /** The fact that this is a revision of. */
    public FactKey factKey() {
        return FactKey.of(fact);
    }

    /** The patient-local date that a report speaks of; empty for a retraction. */
    public Optional<LocalDate> localDate() {
        return fact instanceof FactEvent.Report report ? Optional.of(report.localDate()) : Optional.empty();
    }

    /** The ISO week of that date. */
    public Optional<String> week() {
        return localDate().map(IsoWeek::of);
    }

    /**
     * Whether this lies in the patient's amendments and not in a journal week: a retraction has no date, and a
     * correction may be dated in another week than the original.
     */
    public boolean amends() {
        return fact.revision() > 1 || fact instanceof FactEvent.Retraction;
    }
}
