package app.backtrack.web.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How long somebody stays signed in, and what their tokens are sealed with. */
@ConfigMapping(prefix = "backtrack.session")
public interface SessionConfig {

    /**
     * Keys of 32 bytes each, in base64. The first one seals; the others still open what they sealed before they were
     * replaced.
     */
    List<String> keys();

    /** How long a clinician's session outlives its last renewal; a clinic's computers are shared. */
    @WithDefault("PT12H")
    Duration staff();

    /** How long a patient's does; the phone is the patient's own. */
    @WithDefault("P30D")
    Duration patient();
}
