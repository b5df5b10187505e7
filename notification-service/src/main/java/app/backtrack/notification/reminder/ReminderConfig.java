package app.backtrack.notification.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patients are reminded. */
@ConfigMapping(prefix = "backtrack.reminders")
interface ReminderConfig {

    /** How often to look for patients whose time has come; well below a quarter of an hour. */
    @WithDefault("PT5S")
    Duration sweep();
}
