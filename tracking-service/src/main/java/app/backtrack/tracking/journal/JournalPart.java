package app.backtrack.tracking.journal;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.ProgramEvent;

/**
 * Names the part of a patient's journal that an event belongs to: the ISO week of an original report, or what is read
 * with every week. Further revisions and retractions may speak of another week than the original they change, so they
 * have a part of their own.
 */
public final class JournalPart {
    /** Corrections and retractions. */
    public static final String AMENDMENTS = "amendments";
    /** What the clinic decided: enrolment and programs, every version. */
    public static final String CARE = "care";

    private JournalPart() {}

    /**
     * The part of an event.
     *
     * @throws IllegalArgumentException for an insight or an erasure, which are no part of a journal
     */
    public static String of(BacktrackEvent event) {
        return switch (event) {
            case FactEvent.Report report when report.revision() == 1 -> IsoWeek.of(report.localDate());
            case FactEvent ignored -> AMENDMENTS;
            case PatientEvent ignored -> CARE;
            case ProgramEvent ignored -> CARE;
            case AlertEvent ignored -> CARE;
            case AccessEvent ignored -> throw new IllegalArgumentException("an access is no part of a journal");
            case InsightEvent ignored -> throw new IllegalArgumentException("an insight is no part of a journal");
            case ErasureEvent ignored -> throw new IllegalArgumentException("an erasure is no part of a journal");
        };
    }
}
