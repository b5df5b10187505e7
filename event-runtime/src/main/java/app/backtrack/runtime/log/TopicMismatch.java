package app.backtrack.runtime.log;

/** Says that a topic on the broker has settings that would lose or misplace events; the message names the way out. */
public final class TopicMismatch extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TopicMismatch(String topic, String key, String wanted, String actual) {
        super("topic " + topic + " has " + key + "=" + actual + " where Backtrack needs " + wanted
                + "; change the topic (for partitions: backtrack.log.partitions) and it goes on by itself");
    }
}
