package app.backtrack.tracking.position;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;

/** Makes the tokens from the configured secret. */
final class PositionBeans {

    @Produces
    @Singleton
    PositionTokens tokens(PositionConfig config) {
        return new PositionTokens(Base64.getDecoder().decode(config.secret()));
    }
}
