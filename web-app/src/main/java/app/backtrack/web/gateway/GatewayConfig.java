package app.backtrack.web.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services answer, and how long they may take. */
@ConfigMapping(prefix = "backtrack.gateway")
public interface GatewayConfig {

    /** Program-service. */
    URI program();

    /** Tracking-service. */
    URI tracking();

    /** Notification-service. */
    URI notification();

    /** How long a connection may take. */
    @WithDefault("PT2S")
    Duration connectDeadline();

    /** How long a service may be silent, before an answer or in it; its streams say something every 15 s. */
    @WithDefault("PT30S")
    Duration silence();

    /** How many requests may be with one service at once; each open stream is one. */
    @WithDefault("512")
    int maxConnections();
}
