package app.backtrack.program.it;

import app.backtrack.testkit.parts.Cable;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Looks for the broker on a port where nobody listens, until a test plugs a {@link Cable} in. */
public final class LogAwayProfile implements QuarkusTestProfile {
    /** The setting that names the port. */
    public static final String PORT = "test.log.port";

    @Override
    public Map<String, String> getConfigOverrides() {
        try (ServerSocket free = new ServerSocket(0)) {
            String port = String.valueOf(free.getLocalPort());
            return Map.of("backtrack.log.bootstrap-servers", "127.0.0.1:" + port, PORT, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
