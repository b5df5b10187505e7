package app.backtrack.notification.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What requests to others' addresses may do. */
@ConfigMapping(prefix = "backtrack.outbound")
public interface OutboundConfig {

    /** Whether this machine itself may be called, by plain http as well; for trying and testing only. */
    @WithDefault("false")
    boolean loopbackAllowed();

    /** How long one request may take, from the look-up of the name to the answer's head; at most 30 s. */
    @WithDefault("PT15S")
    Duration deadline();

    /** How long one connection may take to come about. */
    @WithDefault("PT5S")
    Duration connectDeadline();
}
