package app.backtrack.events;

/**
 * Names a topic of the log. All have the same number of partitions; all are keyed by patient, but for
 * {@link #CLINIC_EVENTS}, which is keyed by clinic and speaks of no patient.
 */
public enum Topic {
    PROGRAM_EVENTS("program-events"),
    SESSION_EVENTS("session-events"),
    PAIN_EVENTS("pain-events"),
    INSIGHT_EVENTS("insight-events"),
    ALERT_EVENTS("alert-events"),
    ACCESS_EVENTS("access-events"),
    ERASURE_EVENTS("erasure-events"),
    CLINIC_EVENTS("clinic-events");

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** Where records go that a consumer could not read. */
    public String deadLetterName() {
        return topicName + ".dead-letter";
    }
}
