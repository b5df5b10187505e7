package app.backtrack.notification.mail;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Mail settings for tests. */
final class MailConfigs {
    private static final int ORDINAL = 500;

    private MailConfigs() {}

    static MailConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", ORDINAL))
                .withMapping(MailConfig.class)
                .build()
                .getConfigMapping(MailConfig.class);
    }
}
