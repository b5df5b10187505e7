package app.backtrack.program.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Looks for the document store where nobody listens. */
public final class StoreAwayProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.mongodb.connection-string", "mongodb://127.0.0.1:1");
    }
}
