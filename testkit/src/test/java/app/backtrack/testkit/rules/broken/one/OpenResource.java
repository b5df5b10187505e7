package app.backtrack.testkit.rules.broken.one;

import app.backtrack.testkit.rules.broken.two.Second;
import jakarta.ws.rs.GET;

/** Lets anybody in, and leans on a package that leans back. */
public final class OpenResource {
    /** Answers whoever asks. */
    @GET
    public String answer() {
        return new Second().name();
    }
}
