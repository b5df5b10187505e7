package app.backtrack.program.patient;

import app.backtrack.events.ClinicId;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * A patient who is in care no longer.
     *
     * @param dischargedOn the last day in care
     */
    public record Discharged(PatientRef patient, LocalDate dischargedOn) {}

    /** The clinic's discharged patients in the order of their ids, beginning after {@code after}. */
    public List<Discharged> discharged(ClinicId clinic, @Nullable PatientId after, int limit) {
        PatientFilter filter = new PatientFilter(CareStatus.DISCHARGED, null, null, null);
        List<Discharged> page = new ArrayList<>();
        for (Patient patient : patients.list(clinic, filter, after, limit)) {
            LocalDate on = patient.care().dischargedOn();
            page.add(new Discharged(patient.ref(), on == null ? LocalDate.MAX : on));
        }
        return page;
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
