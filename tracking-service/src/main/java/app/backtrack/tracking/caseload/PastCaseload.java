package app.backtrack.tracking.caseload;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.projection.CareFold;
import app.backtrack.tracking.reading.PatientJournal;
import app.backtrack.tracking.rule.StandingRules;
import app.backtrack.tracking.settings.ClinicSettingsBook;
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
    private final ClinicSettingsBook settings;

    PastCaseload(PatientJournal journals, ClinicSettingsBook settings) {
        this.journals = journals;
        this.settings = settings;
    }

    /** The row of a patient; empty where the clinic had not taken them on by then. */
    Optional<CaseloadRow> row(PatientRef patient, Instant asOf) {
        Journal journal = journals.read(patient);
        ProgressView view = ProgressProjection.foldAsOf(CareFold.of(journal), journal.all(), asOf);
        if (!view.care().patient().known()) {
            return Optional.empty();
        }
        LocalDate today = view.care().patient().today(asOf);
        List<Standing> standing = StandingRules.standing(view, settings(patient.clinic(), asOf), today, asOf);
        return Optional.of(CaseloadRules.row(patient.patient(), view, today, CaseloadRules.holding(standing)));
    }

    private Settings.ByDate settings(ClinicId clinic, Instant asOf) {
        return date -> Settings.of(settings.asOf(clinic, date, asOf));
    }
}
