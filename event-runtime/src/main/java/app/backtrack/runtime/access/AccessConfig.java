package app.backtrack.runtime.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What happens to answers while the access log cannot be written. */
@ConfigMapping(prefix = "backtrack.access-log")
public interface AccessConfig {

    /** Whether patients' data is shown only once the log has noted it; else the answer goes out, with a warning. */
    @WithDefault("true")
    boolean required();
}
