package app.backtrack.tracking.monitoring;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.care.PatientView.Admission;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.projection.ProgressStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what a patient's ledger is counted from, and counts. */
@Singleton
class MonitoringReader {
    private final ProgressStore store;
    private final JournalStore journals;
    private final Clock clock;

    MonitoringReader(ProgressStore store, JournalStore journals, Clock clock) {
        this.store = store;
        this.journals = journals;
        this.clock = clock;
    }

    /**
     * The patient's ledger up to their today.
     *
     * @param start says by the patient's today on which date the first period begins; null for the enrolment's
     */
    MonitoringLedger read(PatientRef patient, @Nullable UnaryOperator<LocalDate> start) {
        ProgressView view = store.read(patient).view();
        LocalDate today = view.care().patient().today(clock.instant());
        LocalDate from = start == null ? enrolledOn(view.care().patient(), today) : start.apply(today);
        String first = IsoWeek.of(MonitoringRules.firstNeeded(from));
        SortedSet<String> parts =
                ProgressProjection.linkedWeeks(view, view.weeks().tailMap(first).keySet());
        parts.add(JournalPart.AMENDMENTS);
        return MonitoringRules.ledger(
                patient.patient(), journals.read(patient, parts).all(), from, today);
    }

    /** Where no enrolment is folded yet, no fact is either, and today's empty period is all there is. */
    private static LocalDate enrolledOn(PatientView patient, LocalDate today) {
        return patient.admissions().stream()
                .filter(Admission::enrolled)
                .reduce((earlier, later) -> later)
                .map(Admission::on)
                .orElse(today);
    }
}
