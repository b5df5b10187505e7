package app.backtrack.testkit.backends;

import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.PartAddresses;
import app.backtrack.testkit.parts.PartPorts;
import app.backtrack.testkit.parts.PartsPlan;
import app.backtrack.testkit.parts.ProjectRoot;
import app.backtrack.testkit.parts.TemporaryFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The broker, store, issuer and mail server that a test run uses: those that the environment names, else Kafka and
 * MongoDB in containers where Docker answers, else the embedded parts. {@code BACKTRACK_BACKENDS=embedded} or
 * {@code containers} decides it by hand. Started once per JVM, whatever class loader asks, and gone with it.
 */
public final class BackEnds {

    private static final String PREFIX = "backtrack.backends.";
    private static final String CHOICE = "BACKTRACK_BACKENDS";

    private BackEnds() {}

    /** Where they are; starts them at the first call. */
    public static PartAddresses addresses() {
        // Quarkus loads this class once per class loader; the system properties are the one place that all of them see.
        synchronized (System.getProperties()) {
            Map<String, String> known = new HashMap<>(System.getenv());
            System.getProperties().forEach((key, value) -> {
                if (key.toString().startsWith(PREFIX)) {
                    known.put(key.toString().substring(PREFIX.length()), value.toString());
                }
            });
            return PartAddresses.from(known).orElseGet(BackEnds::startForThisJvm);
        }
    }

    private static PartAddresses startForThisJvm() {
        Running running = start(System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "backends-stop"));
        System.err.println("Back ends: " + running.description());
        running.addresses().environment().forEach((name, value) -> System.setProperty(PREFIX + name, value));
        return running.addresses();
    }

    /** Starts back ends in a temporary folder, for whoever ends them again. */
    public static Running start(Map<String, String> environment) {
        Optional<Containers> containers =
                wantsContainers(environment) ? Optional.of(Containers.start()) : Optional.empty();
        Map<String, String> given =
                new HashMap<>(containers.map(Containers::environment).orElse(Map.of()));
        for (String variable : new String[] {"KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI", "OIDC_ISSUER"}) {
            if (environment.containsKey(variable)) {
                given.put(variable, environment.get(variable));
            }
        }
        TemporaryFolder folder = TemporaryFolder.create();
        PartsPlan plan = new PartsPlan(
                ProjectRoot.find(), folder.path(), folder.path().resolve("logs"), PartPorts.free(), true, given);
        return new Running(EmbeddedParts.start(plan), containers, folder);
    }

    private static boolean wantsContainers(Map<String, String> environment) {
        return switch (environment.getOrDefault(CHOICE, "auto")) {
            case "embedded" -> false;
            case "containers" -> true;
            case "auto" -> Containers.dockerAnswers();
            default -> throw new IllegalArgumentException(CHOICE + " is embedded, containers or auto");
        };
    }
}
