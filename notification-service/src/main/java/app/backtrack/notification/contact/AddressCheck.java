package app.backtrack.notification.contact;

import app.backtrack.events.PatientRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that a patient has yet to show to be theirs, by a code that was mailed there. Its text form hides address
 * and code.
 *
 * @param patient whose it would be
 * @param address where the code was mailed to
 * @param code six digits
 * @param byPatient whether the patient named the address, and not the clinic
 * @param mailedAt when each code of the last day was mailed, for whatever address, UTC; the last one is this code's
 * @param tries how often another code was given for it
 * @param revision counts every change; each is written on the revision that it was decided on, and on no other
 */
record AddressCheck(
        PatientRef patient,
        EmailAddress address,
        String code,
        boolean byPatient,
        List<Instant> mailedAt,
        int tries,
        int revision) {

    /** For how long a code can be used. */
    static final Duration VALIDITY = Duration.ofMinutes(30);

    /** After so many wrong ones a code is void: of a million codes, somebody guesses one in 200,000. */
    static final int MAX_TRIES = 5;

    /** So many codes a patient gets in a day, or others' mailboxes could be filled with them. */
    static final int CODES_A_DAY = 5;

    /** How long to wait before the next one. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);

    /** Keeps a copy of the list. */
    AddressCheck {
        mailedAt = List.copyOf(mailedAt);
    }

    /** A first one. */
    static AddressCheck first(PatientRef patient, EmailAddress address, String code, boolean byPatient, Instant now) {
        return new AddressCheck(patient, address, code, byPatient, List.of(now), 0, 1);
    }

    /** Another code, for this or another address. */
    AddressCheck again(EmailAddress other, String another, boolean byThePatient, Instant now) {
        List<Instant> mailed = new ArrayList<>(ofTheDay(now));
        mailed.add(now);
        return new AddressCheck(patient, other, another, byThePatient, mailed, 0, revision + 1);
    }

    /** When the next code may be mailed, UTC; now or earlier where that is at once. */
    Instant nextAt(Instant now) {
        List<Instant> mailed = ofTheDay(now);
        if (mailed.isEmpty()) {
            return now;
        }
        return mailed.size() < CODES_A_DAY
                ? mailed.getLast().plus(PAUSE)
                : mailed.get(mailed.size() - CODES_A_DAY).plus(DAY);
    }

    /** Whether the code can still be used. */
    boolean usable(Instant now) {
        return tries < MAX_TRIES && now.isBefore(mailedAt.getLast().plus(VALIDITY));
    }

    /** The same after another code was given for it. */
    AddressCheck missed() {
        return new AddressCheck(patient, address, code, byPatient, mailedAt, tries + 1, revision + 1);
    }

    private List<Instant> ofTheDay(Instant now) {
        return mailedAt.stream().filter(at -> at.isAfter(now.minus(DAY))).toList();
    }

    @Override
    public String toString() {
        return "AddressCheck[]";
    }
}
