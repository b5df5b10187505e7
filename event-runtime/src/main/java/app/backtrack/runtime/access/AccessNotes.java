package app.backtrack.runtime.access;

import app.backtrack.events.PatientRef;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where a resource that lists patients tells whom it shows, before it answers. */
@RequestScoped
public class AccessNotes {
    private final Set<PatientRef> patients = new LinkedHashSet<>();
    private boolean told;

    AccessNotes() {}

    /** Adds those whom the answer shows; none is an answer, too. */
    public void shows(Collection<PatientRef> shown) {
        told = true;
        patients.addAll(shown);
    }

    /** Adds one whom the answer shows. */
    public void shows(PatientRef shown) {
        shows(Set.of(shown));
    }

    /** Everybody that was told of; empty where the resource forgot. */
    Optional<Set<PatientRef>> patients() {
        return told ? Optional.of(patients) : Optional.empty();
    }
}
