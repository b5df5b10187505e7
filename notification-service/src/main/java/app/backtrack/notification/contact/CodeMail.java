package app.backtrack.notification.contact;

import app.backtrack.events.PatientRef;

/** Mails a code to an address that nobody has shown to be theirs yet. */
@FunctionalInterface
public interface CodeMail {

    /** What the mail server made of it. */
    enum Sent {
        /** It took it over, or may have. */
        TAKEN,
        /** It will never take mail for this address. */
        REFUSED,
        /** It could not be asked, or wants to be asked later. */
        AWAY
    }

    /** Mails a code, in the patient's language, and waits for the mail server's answer. */
    Sent send(PatientRef patient, EmailAddress to, String code);
}
