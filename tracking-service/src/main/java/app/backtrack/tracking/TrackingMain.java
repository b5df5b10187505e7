package app.backtrack.tracking;

import app.backtrack.tracking.masterkey.MasterKeyLine;
import app.backtrack.tracking.masterkey.NewMasterKey;
import app.backtrack.tracking.notary.VerifyLine;
import app.backtrack.tracking.rebuild.RebuildLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** Starts the service; with words, runs the command that they name beside it and ends. */
@QuarkusMain
public final class TrackingMain {
    /** A command listens on no port, reads in no group, reviews nobody, and needs no issuer. */
    private static final Map<String, String> OF_A_COMMAND = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.oidc.tenant-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.level", "WARN",
            // It tells of a gauge of the framework's own that is registered twice.
            "quarkus.log.category.\"io.micrometer\".level", "ERROR",
            "quarkus.log.console.stderr", "true",
            "backtrack.log.reading", "false");

    private TrackingMain() {}

    /** Returns when the service was stopped; exits with the command's status. */
    public static void main(String... words) {
        if (words.length == 0) {
            Quarkus.run(words);
        } else if (NewMasterKey.isAskedFor(words)) {
            System.exit(NewMasterKey.make(words)); // before there is one, nothing else can start
        } else {
            OF_A_COMMAND.forEach(System::setProperty);
            if (System.getenv("BACKTRACK_POSITION_SECRET") == null) {
                System.setProperty("backtrack.position.secret", "A".repeat(44)); // a command signs no position
            }
            Quarkus.run(command(words[0]), words);
        }
    }

    private static Class<? extends QuarkusApplication> command(String name) {
        return switch (name) {
            case MasterKeyLine.NAME -> MasterKeyLine.class;
            case VerifyLine.NAME -> VerifyLine.class;
            default -> RebuildLine.class; // it says what there is
        };
    }
}
