package app.backtrack.notification.push;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Push settings for tests. */
final class PushConfigs {
    private static final int ORDINAL = 500;

    private PushConfigs() {}

    static PushConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", ORDINAL))
                .withMapping(PushConfig.class)
                .build()
                .getConfigMapping(PushConfig.class);
    }
}
