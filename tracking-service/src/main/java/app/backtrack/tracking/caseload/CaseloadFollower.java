package app.backtrack.tracking.caseload;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.caseload.CaseloadStore.Stored;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.outcome.OutcomeRules;
import app.backtrack.tracking.projection.ProgressDocument;
import app.backtrack.tracking.projection.ProgressFollower;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of patients up to their progress; told twice, or of older progress, it changes nothing. */
@Singleton
public class CaseloadFollower implements ProgressFollower {
    private static final int ATTEMPTS = 50;

    private final CaseloadStore store;
    private final InsightLedgerStore ledgers;
    private final Clock clock;

    CaseloadFollower(CaseloadStore store, InsightLedgerStore ledgers, Clock clock) {
        this.store = store;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    @Override
    public void follow(Collection<ProgressDocument> written) {
        follow(written, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Writes the rows as they are at {@code now}. */
    void follow(Collection<ProgressDocument> written, Instant now) {
        List<ProgressDocument> known = written.stream()
                .filter(document -> document.view().care().patient().known())
                .toList();
        boolean done = known.isEmpty();
        for (int attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            done = attempt(known, now);
        }
        if (!done) {
            throw new IllegalStateException("rows were overtaken " + ATTEMPTS + " times");
        }
    }

    private boolean attempt(List<ProgressDocument> known, Instant now) {
        Map<PatientRef, Stored> before =
                store.read(known.stream().map(ProgressDocument::patient).toList());
        List<ProgressDocument> due = known.stream()
                .filter(document -> isDue(document, before.get(document.patient()), now))
                .toList();
        if (due.isEmpty()) {
            return true;
        }
        Map<PatientRef, InsightLedger> told =
                ledgers.read(due.stream().map(ProgressDocument::patient).toList());
        List<CaseloadDocument> rows = new ArrayList<>();
        due.forEach(document ->
                rows.add(document(document, told.getOrDefault(document.patient(), InsightLedger.EMPTY), now)));
        return store.write(rows, before, now);
    }

    private static boolean isDue(ProgressDocument document, @Nullable Stored before, Instant now) {
        if (before == null || document.revision() > before.document().progressRevision()) {
            return true;
        }
        PatientView home = document.view().care().patient();
        return document.revision() == before.document().progressRevision()
                && home.today(now).isAfter(before.document().row().evaluatedFor());
    }

    private static CaseloadDocument document(ProgressDocument document, InsightLedger ledger, Instant now) {
        var care = document.view().care();
        CaseloadRow row = CaseloadRules.row(
                document.patient().patient(), document.view(), care.patient().today(now), CaseloadRules.told(ledger));
        return new CaseloadDocument(
                document.patient(),
                document.revision(),
                row,
                OutcomeRules.of(document.view(), row.evaluatedFor()),
                CaseloadRules.nextRenewal(row, care));
    }
}
