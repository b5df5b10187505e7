package app.backtrack.notification.contact;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import java.util.Optional;
import java.util.SortedSet;

/** Knows where mail reaches whom. */
public interface AddressBook {

    /** Finds where somebody is reached. */
    Optional<EmailAddress> find(ClinicId clinic, Recipient recipient);

    /** Every clinician of a clinic who can be reached. */
    SortedSet<ClinicianId> reachable(ClinicId clinic);
}
