package app.backtrack.program.erasure;

import app.backtrack.events.Actor;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientRef;
import app.backtrack.program.erasure.ErasureReportStore.Report;
import app.backtrack.program.patient.PatientEnding;
import app.backtrack.runtime.erasure.ErasedPatients;
import app.backtrack.runtime.register.Erasure;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.signing.Signer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides erasures and sees them begun. The entry in the register is the decision: from then on nothing turns it back,
 * and whatever a crash leaves undone goes on in the next look into the register.
 */
@Singleton
class ErasureDesk {
    private final PatientEnding patients;
    private final ErasedPatients erased;
    private final KeyStore keys;
    private final ErasureReportStore reports;
    private final Signer signer;

    ErasureDesk(
            PatientEnding patients, ErasedPatients erased, KeyStore keys, ErasureReportStore reports, Signer signer) {
        this.patients = patients;
        this.erased = erased;
        this.keys = keys;
        this.reports = reports;
        this.signer = signer;
    }

    /**
     * Erases a patient; when it returns, the key is destroyed for good. Asked for again, nothing changes.
     *
     * @return the decision that stands; empty for a patient whom the clinic never had
     */
    Optional<Erasure> erase(PatientRef patient, ErasureReason reason, Actor by, Instant at) {
        Optional<Erasure> before = erased.find(patient);
        if (before.isPresent()) {
            return before;
        }
        Optional<PatientErased> decided = patients.erase(patient, reason);
        decided.ifPresent(event -> {
            erased.enter(new Erasure(patient, at, event.version(), event.reason(), by));
            keys.destroy(patient);
        });
        return erased.find(patient);
    }

    /** Whether the clinic has, had or erased this patient. */
    boolean knows(PatientRef patient) {
        return erased.find(patient).isPresent() || patients.isKnown(patient);
    }

    /** What became of an erasure; empty where there was none. */
    Optional<ErasureAnswer> find(PatientRef patient) {
        return erased.find(patient).map(erasure -> {
            List<Report> all = reports.find(patient);
            return ReceiptRules.isComplete(all)
                    ? ErasureAnswer.erased(
                            erasure, all, signer.sign(ReceiptRules.statement(erasure, all)), signer.publicKey())
                    : ErasureAnswer.erasing(erasure, all);
        });
    }
}
