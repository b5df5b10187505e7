package app.backtrack.testkit.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The broker, the store, the issuer and the mail server, each a child process on loopback that ends with this JVM. They
 * are named {@code kafka}, {@code store} and {@code identity-and-mail} ({@code mail}, where the issuer is given).
 */
public final class EmbeddedParts implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final PartAddresses addresses;
    private final Map<String, ChildProcess> processes;

    /** Nothing runs before {@link #startAll}. */
    public EmbeddedParts(PartsPlan plan) {
        this.addresses = plan.addresses();
        this.processes = new LinkedHashMap<>();
        for (ChildCommand command : commands(plan)) {
            processes.put(command.name(), new ChildProcess(command));
        }
    }

    /** Parts that serve already. */
    public static EmbeddedParts start(PartsPlan plan) {
        EmbeddedParts parts = new EmbeddedParts(plan);
        parts.startAll(ready -> {});
        return parts;
    }

    /**
     * Starts what the plan does not give, side by side, says of each when it serves, and returns when all do. Nothing
     * is left running where one of them fails.
     */
    public void startAll(Consumer<ChildProcess> onReady) {
        try {
            processes.values().forEach(ChildProcess::start);
            processes.values().forEach(process -> onReady.accept(process.awaitReady(READY_LIMIT)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where they are, and where the given ones are. */
    public PartAddresses addresses() {
        return addresses;
    }

    /** One of them, to be stopped, killed, frozen or started again. Empty where it runs elsewhere. */
    public Optional<ChildProcess> process(String name) {
        return Optional.ofNullable(processes.get(name));
    }

    /** All that were started, in the order in which they were. */
    public List<ChildProcess> all() {
        return List.copyOf(processes.values());
    }

    /** Ends them all in order; what they acknowledged is on disk afterwards. */
    @Override
    public void close() {
        ChildProcess.stopAll(processes.values());
    }

    private static List<ChildCommand> commands(PartsPlan plan) {
        PartPorts ports = plan.ports();
        List<ChildCommand> commands = new ArrayList<>();
        if (plan.starts("KAFKA_BOOTSTRAP_SERVERS")) {
            commands.add(part(plan, "kafka", "--port=" + ports.kafka(), "--controller-port=" + ports.controller()));
        }
        if (plan.starts("MONGODB_URI")) {
            commands.add(part(plan, "store", "--port=" + ports.store(), "--in-memory=" + plan.temporary()));
        }
        String[] mail = {"--smtp-port=" + ports.smtp(), "--mail-port=" + ports.mail()};
        commands.add(
                plan.starts("OIDC_ISSUER")
                        ? part(plan, "identity-and-mail", mail[0], mail[1], "--port=" + ports.oidc())
                        : part(plan, "mail", mail));
        return commands;
    }

    private static ChildCommand part(PartsPlan plan, String name, String... options) {
        String folder = name.endsWith("mail") ? "identity" : name;
        return new PartStart(plan.root(), name, plan.data().resolve(folder), plan.logs()).command(name, options);
    }
}
