package app.backtrack.program.day;

import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.program.prescription.ProgramStore;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was decided about a patient's days: programs and time zones. */
@Singleton
class PatientCalendar {
    private final PatientStore patients;
    private final ProgramStore programs;

    PatientCalendar(PatientStore patients, ProgramStore programs) {
        this.patients = patients;
        this.programs = programs;
    }

    /**
     * Refuses what is asked about somebody else.
     *
     * @throws Refusal 404 if the clinic has no such patient
     */
    void requireKnown(PatientRef patient) {
        if (!patients.isKnown(patient)) {
            throw Refusal.unknownPatient();
        }
    }

    /**
     * The time zones of the patient's home.
     *
     * @throws Refusal 404 if the clinic has no such patient
     */
    ZoneHistory zones(PatientRef patient) {
        List<PatientEvent> decided = new ArrayList<>();
        patients.streams().find(patient.key()).orElseThrow(Refusal::unknownPatient).events().stream()
                .map(event -> event.data() instanceof PatientEvent data ? data : notAPatients())
                .forEach(decided::add);
        return ZoneHistory.of(decided);
    }

    /**
     * The patient's programs.
     *
     * @param asOf the instant of knowledge; null for all that is known
     */
    List<ProgramHistory> programs(PatientRef patient, @Nullable Instant asOf) {
        List<ProgramHistory> all = programs.histories(patient);
        return asOf == null
                ? all
                : all.stream()
                        .map(program -> program.asOf(asOf))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static PatientEvent notAPatients() {
        throw new IllegalStateException("a patient's stream holds another event");
    }
}
