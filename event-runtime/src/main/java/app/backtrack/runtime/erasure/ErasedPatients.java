package app.backtrack.runtime.erasure;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.register.Erasure;
import app.backtrack.runtime.register.ErasureRegister;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every erased patient, in memory, as far as this process has read the register: some 200 bytes each. */
@Singleton
public class ErasedPatients {
    private final ErasureRegister register;
    private final Map<PatientRef, Erasure> erased = new ConcurrentHashMap<>();
    private volatile boolean known;
    private volatile boolean applied;

    ErasedPatients(ErasureRegister register) {
        this.register = register;
    }

    /** The erasure of a patient; empty for one who was not erased. */
    public Optional<Erasure> find(PatientRef patient) {
        return Optional.ofNullable(erased.get(patient));
    }

    /**
     * Whether the register was read since the start, and the keys destroyed that a restore had brought back: nothing is
     * answered before.
     */
    public boolean known() {
        return known;
    }

    /** Whether the documents, too, are gone that a restore had brought back: the service is not ready before. */
    boolean applied() {
        return applied;
    }

    /**
     * Takes in that a patient was erased, durably. What this process knows already is not entered again.
     *
     * @throws ErasureRegister.RegisterUnavailable if the register cannot be written
     */
    public void enter(Erasure erasure) {
        if (!erased.containsKey(erasure.patient())) {
            register.enter(erasure);
            erased.put(erasure.patient(), erasure);
        }
    }

    /** Takes in what the register holds. */
    void read(Iterable<Erasure> all) {
        all.forEach(erasure -> erased.put(erasure.patient(), erasure));
    }

    void setKnown() {
        known = true;
    }

    void setApplied() {
        applied = true;
    }
}
