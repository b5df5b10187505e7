package app.backtrack.program.clinician;

import app.backtrack.events.PatientRef;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Knows which clinician ids the clinic has used before. Accounts are the issuer's to know, so any id may be a
 * therapist; one that was never used is likely to be mistyped.
 */
@Singleton
public final class Clinicians {
    private final ClinicianStore named;
    private final Caseloads caseloads;

    Clinicians(ClinicianStore named, Caseloads caseloads) {
        this.named = named;
        this.caseloads = caseloads;
    }

    /** Those ids that the clinic has not named, and that look after none of its patients but this one. */
    public List<String> unknown(PatientRef patient, Collection<String> ids) {
        Set<String> names = named.names(patient.clinic(), ids).keySet();
        return ids.stream()
                .filter(id -> !names.contains(id) && !caseloads.looksAfterOthers(id, patient))
                .toList();
    }
}
