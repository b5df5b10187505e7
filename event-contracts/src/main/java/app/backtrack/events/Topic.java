package app.backtrack.events;

/** Names a topic of the log; all are keyed by patient and have the same number of partitions. */
public enum Topic {
    PROGRAM_EVENTS("program-events"),
    SESSION_EVENTS("session-events"),
    PAIN_EVENTS("pain-events"),
    INSIGHT_EVENTS("insight-events");

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
