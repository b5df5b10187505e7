package app.backtrack.notification.contact;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.Recipient;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Finds out whether an address is a patient's own: mails a code there, and takes the address once the code is given.
 */
@Singleton
class AddressChecks {
    private final AddressCheckStore store;
    private final MailboxStore mailboxes;
    private final CodeMail mail;
    private final CodeMint codes;
    private final InstantSource clock;

    AddressChecks(AddressCheckStore store, MailboxStore mailboxes, CodeMail mail, CodeMint codes, InstantSource clock) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.mail = mail;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Mails a code to an address.
     *
     * @param byPatient whether the patient names it, and not the clinic
     * @throws Refusal if only the patient may, if that would be too many codes, or if the mail could not be sent
     */
    void start(PatientRef patient, EmailAddress address, boolean byPatient) {
        store.prepare();
        Optional<AddressCheck> known = store.find(patient);
        if (!byPatient && (known.filter(AddressCheck::byPatient).isPresent() || isReached(patient))) {
            throw Refusal.conflict(
                    "address-is-the-patients", "Only the patient changes the address", "Ask the patient to do so.");
        }
        Instant now = now();
        known.filter(check -> check.nextAt(now).isAfter(now)).ifPresent(check -> {
            throw tooMany(Duration.between(now, check.nextAt(now)));
        });
        String code = codes.next();
        AddressCheck fresh = known.map(check -> check.again(address, code, byPatient, now))
                .orElseGet(() -> AddressCheck.first(patient, address, code, byPatient, now));
        // Kept before it is mailed, so that whoever asks in the same instant is not mailed another one.
        boolean kept = known.map(check -> store.change(check, fresh)).orElseGet(() -> store.create(fresh));
        if (!kept) {
            throw tooMany(AddressCheck.PAUSE);
        }
        switch (mail.send(patient, address, code)) {
            case TAKEN -> {}
            case REFUSED -> {
                store.remove(fresh);
                throw Refusal.conflict(
                        "mail-refused", "The mail server takes no mail for this address", "Check the address.");
            }
            case AWAY -> {
                store.remove(fresh);
                throw new Refusal(Problem.of(
                        "mail-server-away", 503, "The mail server cannot be reached", "Send it again in a minute."));
            }
        }
    }

    /**
     * Takes the address of a patient if the code is right.
     *
     * @return whether it is
     * @throws Refusal if there is no code that can be used
     */
    boolean verify(PatientRef patient, String code) {
        AddressCheck check = store.find(patient)
                .filter(each -> each.usable(now()))
                .orElseThrow(() -> Refusal.conflict(
                        "no-code", "There is no code that can be used", "Name the address again to get another one."));
        if (!MessageDigest.isEqual(bytes(check.code()), bytes(code))) {
            store.change(check, check.missed());
            return false;
        }
        // Before it is forgotten: given again after a crash in between, it does the same.
        mailboxes.put(patient.clinic(), new Recipient.Patient(patient.patient()), check.address());
        store.remove(check);
        return true;
    }

    /** The address that a code was mailed to. */
    Optional<EmailAddress> pending(PatientRef patient) {
        return store.find(patient).map(AddressCheck::address);
    }

    void erase(PatientRef patient) {
        store.erase(patient.clinic(), patient.patient());
    }

    private boolean isReached(PatientRef patient) {
        return mailboxes
                .find(patient.clinic(), new Recipient.Patient(patient.patient()))
                .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refusal tooMany(Duration pause) {
        return new Refusal(Problem.of(
                "too-many-codes",
                429,
                "Too many codes were mailed",
                "Use the one that was mailed last, or ask for another in " + (pause.toSeconds() + 1) + " s."));
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }
}
