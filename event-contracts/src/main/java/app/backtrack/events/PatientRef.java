package app.backtrack.events;

/**
 * Points to one patient of one clinic; the only way to name a patient to a store, a key or a topic.
 *
 * @param clinic the tenant
 * @param patient the pseudonym within it
 */
public record PatientRef(ClinicId clinic, PatientId patient) {

    /** The prefix of every document id that belongs to this patient: {@code clinic/patient}. */
    public String key() {
        return clinic + "/" + patient;
    }

    /**
     * Reads what {@link #key()} wrote.
     *
     * @throws IllegalArgumentException if the text is of another form
     */
    public static PatientRef of(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a patient key");
        }
        return new PatientRef(new ClinicId(key.substring(0, slash)), PatientId.of(key.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return key();
    }
}
