package app.backtrack.runtime.erasure;

import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.PatientRef;
import java.util.List;

/**
 * Where a service keeps something about patients that does not name them by {@code _id} or by the member
 * {@code patient}: whoever writes such documents makes a bean of this. It runs before the rest, so that what leads to
 * its documents is still there; twice is as good as once.
 */
public interface PatientTraces {

    /** Deletes what is kept about a patient, and says where how many documents were. */
    List<ErasedPlace> erase(PatientRef patient);
}
