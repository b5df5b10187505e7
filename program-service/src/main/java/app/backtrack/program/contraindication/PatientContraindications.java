package app.backtrack.program.contraindication;

import app.backtrack.events.PatientRef;
import app.backtrack.program.entry.Caution;
import app.backtrack.program.own.OwnRegister;
import app.backtrack.program.own.OwnRegister.Author;
import app.backtrack.program.own.Versioned;
import app.backtrack.program.own.VersionedStore;
import app.backtrack.program.own.Written;
import app.backtrack.runtime.store.Documents;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contraindications of patients, one per exercise, with every version of each. None of it goes to the log: a
 * program's events say what was prescribed in spite of one.
 */
@Singleton
public final class PatientContraindications {
    /** The most that a patient has, lifted ones included. */
    static final int MAX_PER_PATIENT = 100;

    private final VersionedStore<Contraindication> store;

    PatientContraindications(Documents documents) {
        this.store = new VersionedStore<>(documents, "contraindications", Contraindication.class);
    }

    /** What must be known before some exercises are prescribed to a patient, by their ids. */
    public Map<String, Caution> cautions(PatientRef patient, Collection<String> exercises) {
        List<String> ids =
                exercises.stream().map(exercise -> id(patient, exercise)).toList();
        Map<String, Caution> cautions = new HashMap<>();
        for (Versioned<Contraindication> version : store.findAll(patient.clinic(), ids)) {
            ContraindicationAnswer said = ContraindicationAnswer.of(version);
            said.standing()
                    .level()
                    .ifPresent(level -> cautions.put(
                            said.exercise(), new Caution(Caution.FOR_THIS_PATIENT, level, said.because())));
        }
        return cautions;
    }

    /** All that a patient has or had, in the order of the exercises' ids. */
    List<Versioned<Contraindication>> list(PatientRef patient) {
        // A few more than there may be, since two that are set at the same instant can pass the limit.
        return store.list(patient.clinic(), patient.patient().toString(), 2 * MAX_PER_PATIENT);
    }

    /** One in its current version. */
    Optional<Versioned<Contraindication>> find(PatientRef patient, String exercise) {
        return store.find(patient.clinic(), id(patient, exercise));
    }

    /** One in a past or its current version. */
    Optional<Versioned<Contraindication>> find(PatientRef patient, String exercise, int number) {
        return store.find(patient.clinic(), id(patient, exercise), number);
    }

    /** Sets or changes one. */
    Written<Contraindication> write(
            Author author, PatientRef patient, String exercise, Contraindication said, @Nullable Integer expected) {
        OwnRegister<Contraindication> register = new OwnRegister<>(store, anyone -> list(patient), MAX_PER_PATIENT);
        return register.write(author, id(patient, exercise), said, expected);
    }

    private static String id(PatientRef patient, String exercise) {
        return patient.patient() + "/" + exercise;
    }
}
