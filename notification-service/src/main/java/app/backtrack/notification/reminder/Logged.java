package app.backtrack.notification.reminder;

import java.time.LocalDate;
import java.util.Set;

/**
 * On which of a patient's local dates something was logged; what it was is of no matter here.
 *
 * @param anything a fact of any kind
 * @param sessions a session
 */
record Logged(Set<LocalDate> anything, Set<LocalDate> sessions) {

    /** Keeps copies. */
    Logged {
        anything = Set.copyOf(anything);
        sessions = Set.copyOf(sessions);
    }

    /** Nothing was. */
    static final Logged NOTHING = new Logged(Set.of(), Set.of());
}
