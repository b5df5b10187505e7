package app.backtrack.runtime.log;

import app.backtrack.runtime.WholeNumberSetting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;

/** How a service reaches the log, and how much it may have under way. */
@ConfigMapping(prefix = "backtrack.log")
public interface LogConfig {

    /** Broker addresses, {@code host:port} separated by commas. */
    @WithDefault("${KAFKA_BOOTSTRAP_SERVERS:127.0.0.1:9092}")
    String bootstrapServers();

    /** Further client settings, such as {@code security.protocol}; they win over ours. */
    @WithName("client")
    Map<String, String> clientSettings();

    /**
     * Tells this process from others of the same service; stable over restarts, so that a restart takes its partitions
     * back.
     */
    @WithDefault("${HOSTNAME:local}")
    String instanceId();

    /** Partitions of each topic that we create; a topic that has another number stops the start. */
    @WithDefault("6")
    @WithConverter(WholeNumberSetting.Parts.class)
    int partitions();

    /** Replicas of each topic that we create; -1 takes the broker's default. */
    @WithDefault("-1")
    short replicationFactor();

    /** How long a publisher waits for the broker's acknowledgement. */
    @WithDefault("PT1.8S")
    Duration publishDeadline();

    /** How often the broker is asked for its time; it is also read off every acknowledgement. */
    @WithDefault("PT10S")
    Duration clockCheckEvery();

    /** How many events may wait for an acknowledgement; one more is refused at once. */
    @WithDefault("5000")
    @WithConverter(WholeNumberSetting.Positive.class)
    int maxInFlight();

    /** The most records that a batch holds. */
    @WithDefault("1000")
    @WithConverter(WholeNumberSetting.Positive.class)
    int maxBatch();

    /** How long a batch may take before readiness says so. */
    @WithDefault("PT30S")
    Duration watchdog();

    /** The pause before a batch is tried again after an outage. */
    @WithDefault("PT0.5S")
    Duration retryPause();

    /** Whether this process takes part in reading the log; false where it runs a command beside the service. */
    @WithDefault("true")
    boolean reading();

    /**
     * Whether this process handles its share of the records; false where it only takes requests, and others of the same
     * service do that.
     */
    @WithDefault("true")
    boolean handling();

    /**
     * Whether events are sent; false only in local mode, where a bench compares a service with one that does all but
     * that. What it answers is not true then.
     */
    @WithDefault("true")
    boolean sending();

    /** How often a record on which the handler throws is tried before it goes to the dead letters. */
    @WithDefault("3")
    @WithConverter(WholeNumberSetting.Positive.class)
    int attempts();
}
