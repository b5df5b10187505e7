package app.backtrack.program.patient;

import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientRef;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Decides, against a patient's stream, that it ends. */
@Singleton
public class PatientEnding {
    private final PatientStore patients;

    PatientEnding(PatientStore patients) {
        this.patients = patients;
    }

    /** Whether the clinic has, or had, this patient in its care. */
    public boolean isKnown(PatientRef patient) {
        return patients.isKnown(patient);
    }

    /**
     * What erasing a patient would be: the last event of the stream. It is allowed in every state of the care, with an
     * open program too.
     *
     * @return empty for a patient whom the clinic never had
     */
    public Optional<PatientErased> erase(PatientRef patient, ErasureReason reason) {
        return patients.file(patient).map(file -> PatientDecider.erase(file.care(), reason));
    }
}
