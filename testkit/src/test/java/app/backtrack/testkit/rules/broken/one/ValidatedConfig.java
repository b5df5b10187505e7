package app.backtrack.testkit.rules.broken.one;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;

@ConfigMapping(prefix = "backtrack.broken")
interface ValidatedConfig {
    Nested nested();

    interface Nested {
        @Min(1)
        int least();
    }
}
