package app.backtrack.testkit.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether a started process serves yet; asked again and again until it says yes. */
@FunctionalInterface
public interface Readiness {
    /** No answer, which is no status of HTTP. */
    int NONE = 0;

    /** Answers at once, or within a second. */
    boolean holds(ChildProcess process);

    /** Ready as soon as the process has written this line since it was started. */
    static Readiness line(String line) {
        return process -> process.loggedSinceStart().lines().anyMatch(line::equals);
    }

    /** Ready as soon as this address answers 200. */
    static Readiness http(URI address) {
        return process -> status(address) == HttpURLConnection.HTTP_OK;
    }

    /** Holds as soon as this address answers anything. */
    static Readiness anyAnswer(URI address) {
        return process -> status(address) != NONE;
    }

    private static int status(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(1_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return NONE;
        }
    }
}
