package app.backtrack.runtime.limit;

import app.backtrack.runtime.WholeNumberSetting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one process of a service takes from each caller. */
@ConfigMapping(prefix = "backtrack.limits")
public interface LimitConfig {

    /** Requests a minute of one client of a clinic: a person or a system. */
    @WithDefault("6000")
    @WithConverter(WholeNumberSetting.Positive.class)
    int clientPerMinute();

    /** Requests a minute of all clients of a clinic together. */
    @WithDefault("60000")
    @WithConverter(WholeNumberSetting.Positive.class)
    int clinicPerMinute();

    /** How long a request may take to arrive whole, its body too. */
    @WithDefault("PT20S")
    Duration requestWithin();

    /** How long requests may wait for a processor until others are refused. */
    @WithDefault("PT0.25S")
    Duration shedAfter();
}
