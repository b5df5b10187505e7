package app.backtrack.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are worked off. */
@ConfigMapping(prefix = "backtrack.delivery")
public interface DeliveryConfig {

    /** How often to look for what waits for its time or for another attempt, or whose sender died. */
    @WithDefault("PT5S")
    Duration sweep();

    /** How long an alert waits, so that what else is found of the patient meanwhile goes in one message with it. */
    @WithDefault("PT5M")
    Duration gathering();
}
