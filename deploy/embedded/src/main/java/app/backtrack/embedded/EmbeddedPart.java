package app.backtrack.embedded;

import app.backtrack.embedded.identity.IdentityPart;
import app.backtrack.embedded.mail.MailPart;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs one embedded part as a process: prints {@code READY} once it serves, logs to a file in its data folder, and ends
 * in order on SIGTERM or, with {@code --until-stdin-closes}, when whoever started it is gone.
 */
public final class EmbeddedPart {

    private static final Logger LOG = Logger.getLogger(EmbeddedPart.class.getName());

    private EmbeddedPart() {}

    /** Ends with status 1, and the reason on stderr, where the part cannot start. */
    public static void main(String... arguments) throws IOException {
        PartArguments options = PartArguments.parse(arguments);
        PartLog.open(options.data().resolve(options.name() + ".log"));
        if (options.has("until-stdin-closes")) {
            Thread.ofPlatform().daemon().name("stdin-watch").start(EmbeddedPart::exitAtEndOfStdin);
        }
        try {
            Part part = start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(part::close, "orderly-stop"));
            System.out.println("READY");
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "part does not start name=" + options.name(), e);
            System.err.println(options.name() + " does not start: " + e);
            System.exit(1);
        }
    }

    private static Part start(PartArguments options) throws Exception {
        return switch (options.name()) {
            case "kafka" ->
                KafkaPart.start(
                        options.data(),
                        options.port("port"),
                        options.port("controller-port"),
                        options.value("cluster"),
                        options.properties("settings"));
            case "store" ->
                options.has("in-memory")
                        ? StorePart.inMemory(options.port("port"))
                        : StorePart.onDisk(options.data(), options.port("port"));
            case "identity-and-mail" -> {
                Part identity = IdentityPart.start(options.data(), options.port("port"));
                Part mail = MailPart.start(options.data(), options.port("smtp-port"), options.port("mail-port"));
                yield () -> {
                    identity.close();
                    mail.close();
                };
            }
            case "mail" -> MailPart.start(options.data(), options.port("smtp-port"), options.port("mail-port"));
            default -> throw new IllegalArgumentException("no such part: " + options.name());
        };
    }

    private static void exitAtEndOfStdin() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said on stdin; only its end counts.
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "stdin is gone", e);
        }
        System.exit(0);
    }
}
