package app.backtrack.tools.place;

import app.backtrack.runtime.log.LogConfig;
import app.backtrack.runtime.register.ErasureConfig;
import app.backtrack.runtime.sealing.KeysConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Where the system is that a command works on, read as the services read it: from the environment, system properties
 * and {@code config/application.properties}.
 *
 * @param log the brokers and how to speak to them
 * @param keys where patients' keys are
 * @param erasures where the register of erasures is
 * @param mongodb the store's connection string, without a database
 */
public record Installation(LogConfig log, KeysConfig keys, ErasureConfig erasures, String mongodb) {
    private static final Path FILE = Path.of("config/application.properties");
    private static final int FILE_ORDINAL = 260;
    private static final int ENVIRONMENT_ORDINAL = 301;

    /**
     * The installation that an environment names.
     *
     * @throws CannotException if a setting is not what it has to be
     */
    public static Installation given(Map<String, String> environment) {
        try {
            SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                    .addDefaultSources()
                    .addDefaultInterceptors()
                    .withSources(new EnvConfigSource(environment, ENVIRONMENT_ORDINAL))
                    .withMapping(LogConfig.class)
                    .withMapping(KeysConfig.class)
                    .withMapping(ErasureConfig.class)
                    .withValidateUnknown(false);
            if (Files.exists(FILE)) {
                builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), FILE_ORDINAL));
            }
            SmallRyeConfig config = builder.build();
            return new Installation(
                    config.getConfigMapping(LogConfig.class),
                    config.getConfigMapping(KeysConfig.class),
                    config.getConfigMapping(ErasureConfig.class),
                    config.getOptionalValue("MONGODB_URI", String.class).orElse("mongodb://127.0.0.1:27017"));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new CannotException("A setting is wrong: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the settings in " + FILE + " cannot be read", e);
        }
    }
}
