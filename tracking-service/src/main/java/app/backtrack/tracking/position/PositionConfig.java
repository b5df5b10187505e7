package app.backtrack.tracking.position;

import io.smallrye.config.ConfigMapping;

/** How positions are signed. */
@ConfigMapping(prefix = "backtrack.position")
public interface PositionConfig {

    /** Base64, at least 32 bytes, the same in every process of the service. */
    String secret();
}
