package app.backtrack.tracking.caseload;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.caseload.CaseloadStore.Stored;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.outcome.OutcomeRules;
import app.backtrack.tracking.projection.ProgressDocument;
import app.backtrack.tracking.projection.ProgressFollower;
import app.backtrack.tracking.projection.ProgressStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps the rows of patients up to their progress; told twice, or of older progress, it changes nothing. */
@Singleton
public class CaseloadFollower implements ProgressFollower {
    private static final int ATTEMPTS = 50;

    private final CaseloadStore store;
    private final ProgressStore progress;
    private final InsightLedgerStore ledgers;
    private final CurrentGenerations generations;
    private final Clock clock;

    CaseloadFollower(
            CaseloadStore store,
            ProgressStore progress,
            InsightLedgerStore ledgers,
            CurrentGenerations generations,
            Clock clock) {
        this.store = store;
        this.progress = progress;
        this.ledgers = ledgers;
        this.generations = generations;
        this.clock = clock;
    }

    @Override
    public void follow(Collection<ProgressDocument> written) {
        follow(written, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Writes the rows as they are at {@code now}, into every generation that is kept up. */
    void follow(Collection<ProgressDocument> written, Instant now) {
        List<ProgressDocument> known = written.stream()
                .filter(document -> document.view().care().patient().known())
                .toList();
        store.collections().forEach(collection -> write(collection, known, now));
    }

    /**
     * Writes the rows of those patients whom a collection lacks; what is pending of a patient is not in the ledger yet,
     * and whoever tells it writes the row then.
     */
    public void fill(String collection, List<PatientRef> patients) {
        Set<PatientRef> there = store.read(collection, patients).keySet();
        List<PatientRef> missing =
                patients.stream().filter(Predicate.not(there::contains)).toList();
        List<ProgressDocument> settled = progress.readAll(missing).stream()
                .filter(document -> document.pending().isEmpty())
                .filter(document -> document.view().care().patient().known())
                .toList();
        write(collection, settled, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void write(String collection, List<ProgressDocument> known, Instant now) {
        boolean done = known.isEmpty();
        for (int attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            done = attempt(collection, known, now);
        }
        if (!done) {
            throw new IllegalStateException("rows were overtaken " + ATTEMPTS + " times");
        }
    }

    /** Progress and rows are read before the ledgers: a ledger is never older than the row that it is compared with. */
    private boolean attempt(String collection, List<ProgressDocument> known, Instant now) {
        List<PatientRef> patients =
                known.stream().map(ProgressDocument::patient).toList();
        Map<PatientRef, Stored> before = store.read(collection, patients);
        Map<PatientRef, InsightLedger> told = ledgers.read(patients);
        List<CaseloadDocument> rows = new ArrayList<>();
        for (ProgressDocument document : known) {
            InsightLedger ledger = told.getOrDefault(document.patient(), InsightLedger.EMPTY);
            Stored row = before.get(document.patient());
            if (row == null || isDue(document, ledger, row.document(), now)) {
                rows.add(document(document, ledger, now));
            }
        }
        return store.write(collection, rows, before, now);
    }

    /** Revisions are compared within a generation of the progress; between two, the one that is read counts. */
    private boolean isDue(ProgressDocument document, InsightLedger ledger, CaseloadDocument row, Instant now) {
        if (!document.collection().equals(row.progress())) {
            return document.collection().equals(generations.live(ProjectionName.PROGRESS));
        }
        PatientView home = document.view().care().patient();
        return document.revision() > row.progressRevision()
                || document.revision() == row.progressRevision()
                        && (ledger.entries() > row.ledgerEntries()
                                || home.today(now).isAfter(row.row().evaluatedFor()));
    }

    private static CaseloadDocument document(ProgressDocument document, InsightLedger ledger, Instant now) {
        var care = document.view().care();
        CaseloadRow row = CaseloadRules.row(
                document.patient().patient(), document.view(), care.patient().today(now), CaseloadRules.open(ledger));
        return new CaseloadDocument(
                document.patient(),
                document.collection(),
                document.revision(),
                ledger.entries(),
                row,
                OutcomeRules.of(document.view(), row.evaluatedFor()),
                CaseloadRules.nextRenewal(row, care));
    }
}
