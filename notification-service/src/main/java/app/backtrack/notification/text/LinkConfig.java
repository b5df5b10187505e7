package app.backtrack.notification.text;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the links in what is sent lead. */
@ConfigMapping(prefix = "backtrack.links")
public interface LinkConfig {

    /** Where the inbox is shown; the id of an entry is added to its path. */
    @WithDefault("http://127.0.0.1:8083/v1/inbox/")
    URI inbox();

    /** Where patients see their plan of the day. */
    @WithDefault("http://127.0.0.1:8083/")
    URI patientApp();

    /** Where this service is reached from outside; the path of an unsubscription is added to it. */
    @WithDefault("http://127.0.0.1:8083/")
    URI service();
}
