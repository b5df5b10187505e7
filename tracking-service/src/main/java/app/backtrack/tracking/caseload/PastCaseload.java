package app.backtrack.tracking.caseload;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.caseload.CaseloadRow.OpenAlert;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.projection.CareFold;
import app.backtrack.tracking.reading.PatientJournal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Makes rows as they were known at an instant, each folded from the patient's whole journal: some 10 ms a patient,
 * where the list of today is one query.
 */
@Singleton
class PastCaseload {
    private final PatientJournal journals;
    private final InsightLedgerStore ledgers;

    PastCaseload(PatientJournal journals, InsightLedgerStore ledgers) {
        this.journals = journals;
        this.ledgers = ledgers;
    }

    /** The row of a patient; empty where the clinic had not taken them on by then. */
    Optional<CaseloadRow> row(PatientRef patient, Instant asOf) {
        Journal journal = journals.read(patient);
        ProgressView view = ProgressProjection.foldAsOf(CareFold.of(journal), journal.all(), asOf);
        if (!view.care().patient().known()) {
            return Optional.empty();
        }
        LocalDate today = view.care().patient().today(asOf);
        List<OpenAlert> open = CaseloadRules.open(ledgers.read(patient).asOf(asOf));
        return Optional.of(CaseloadRules.row(patient.patient(), view, today, open));
    }
}
