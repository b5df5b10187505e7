package app.backtrack.web.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the pages are served. */
@ConfigMapping(prefix = "backtrack.page")
public interface PageConfig {

    /** Whether browsers reach us by https, as they have to anywhere but on this machine. */
    @WithDefault("true")
    boolean secure();
}
