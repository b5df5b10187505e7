package app.backtrack.tracking.projection;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.ProgramEvent;
import app.backtrack.tracking.care.CareProjection;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Journal;

/** Folds the part of a journal that says what clinicians decided. */
public final class CareFold {

    private CareFold() {}

    /** The decisions that a journal holds; read with {@code JournalPart.CARE}. */
    public static CareView of(Journal journal) {
        CareView care = CareView.EMPTY;
        for (EventEnvelope<?> event : journal.care()) {
            care = switch (event.data()) {
                case PatientEvent patient -> CareProjection.apply(care, patient, event.recordedAt());
                case ProgramEvent program -> CareProjection.apply(care, program, event.recordedAt());
                case FactEvent ignored -> care;
                case InsightEvent ignored -> care;
                case AccessEvent ignored -> care;
                case ErasureEvent ignored -> care;
                case AlertEvent alert -> CareProjection.apply(care, alert, event.id(), event.recordedAt());
            };
        }
        return care;
    }
}
