package app.backtrack.local;

import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.parts.ChildCommand;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.PartAddresses;
import app.backtrack.testkit.parts.TemporaryFolder;
import app.backtrack.testkit.parts.TokenDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The whole system as child processes on loopback: the parts, then the services. This is what people run, and what the
 * tests of the whole start, break and mend. Closing it ends the services first, then the parts.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(180);

    private final LocalPlan plan;
    private final EmbeddedParts parts;
    private final TokenDesk tokens;
    private final Runnable afterwards;
    private final List<ChildProcess> services = new CopyOnWriteArrayList<>();

    private LocalSystem(LocalPlan plan, Runnable afterwards) {
        this.plan = plan;
        this.parts = new EmbeddedParts(plan.parts());
        this.tokens = new TokenDesk(parts.addresses());
        this.afterwards = afterwards;
    }

    /**
     * A system of its own: free ports, temporary data that is gone when it is closed. Returns when all of it serves.
     */
    public static LocalSystem isolated() {
        LocalSystem system = isolated(Map.of());
        system.startAll(ready -> {});
        return system;
    }

    /** The same, with a store that still has its documents when it is stopped in order and started again. */
    public static LocalSystem isolatedOnDisk() {
        return isolatedOnDisk(Map.of(), system -> {});
    }

    /**
     * The same, with services with settings of their own, and something that is put into it after its parts have
     * started and before its services do.
     *
     * @param settings by the name of a service, environment variables
     * @param filling gets the system, whose parts can be reached and commands be given
     */
    public static LocalSystem isolatedOnDisk(Map<String, Map<String, String>> settings, Consumer<LocalSystem> filling) {
        TemporaryFolder folder = TemporaryFolder.create();
        LocalSystem system =
                new LocalSystem(LocalPlan.isolatedOnDisk(folder.path()).with(settings), folder::close);
        system.startParts(ready -> {});
        try {
            filling.accept(system);
        } catch (RuntimeException | AssertionError e) {
            system.close();
            throw e;
        }
        system.startServices(ready -> {});
        return system;
    }

    /**
     * A system of its own with parts that run elsewhere, and services with settings of their own. Returns when all of
     * it serves.
     *
     * @param settings by the name of a service, environment variables
     */
    public static LocalSystem isolated(Map<String, String> given, Map<String, Map<String, String>> settings) {
        TemporaryFolder folder = TemporaryFolder.create();
        LocalSystem system =
                new LocalSystem(LocalPlan.isolated(folder.path(), given).with(settings), folder::close);
        system.startAll(ready -> {});
        return system;
    }

    /** A system of its own, not started yet, with parts that run elsewhere. */
    static LocalSystem isolated(Map<String, String> given) {
        TemporaryFolder folder = TemporaryFolder.create();
        return new LocalSystem(LocalPlan.isolated(folder.path(), given), folder::close);
    }

    /** A system as the plan says, not started yet. */
    static LocalSystem of(LocalPlan plan) {
        return new LocalSystem(plan, () -> {});
    }

    /** Starts it and says of each process when it serves. Nothing is left running where one of them fails. */
    void startAll(Consumer<ChildProcess> onReady) {
        startParts(onReady);
        startServices(onReady);
    }

    /** Starts the parts alone. */
    void startParts(Consumer<ChildProcess> onReady) {
        try {
            parts.startAll(onReady);
            tokens.add(DemoAccounts.staff());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startServices(Consumer<ChildProcess> onReady) {
        try {
            for (ChildCommand command : commands().all()) {
                ChildProcess service = new ChildProcess(command);
                services.add(service);
                service.start();
            }
            services.forEach(service -> onReady.accept(service.awaitReady(READY_LIMIT)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where its services answer. */
    public LocalUrls urls() {
        return LocalUrls.of(plan.services(), tokens.endpoint(), addresses().mailPage());
    }

    /** The folder of its data. */
    public Path data() {
        return plan.parts().data();
    }

    /** Runs a command of tracking-service beside it; answers with the command's exit status. */
    public int command(List<String> words) throws IOException, InterruptedException {
        return besideTracking(words).start().waitFor();
    }

    /** Such a command, not started yet; its console is the caller's until it says otherwise. */
    public ProcessBuilder besideTracking(List<String> words) {
        return commands().besideTracking(words);
    }

    /** Where its parts are. */
    public PartAddresses addresses() {
        return parts.addresses();
    }

    /** A bearer token for an account, which is made where it is new. */
    public String token(Account account) {
        return tokens.token(account);
    }

    /** Lets these accounts log in. */
    public void addAccounts(List<Account> accounts) {
        tokens.add(accounts);
    }

    /** A process by its name, to be killed, frozen, woken or started again: a service, or a part that is not given. */
    public ChildProcess process(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .or(() -> parts.process(name))
                .orElseThrow(() -> new IllegalArgumentException("no process of this system: " + name));
    }

    /** Starts a further process of a service on a port, and returns when it serves. The caller stops it. */
    public ChildProcess startAnother(String service, int port) {
        return startAnother(service, port, Map.of());
    }

    /** The same with further settings in its environment. */
    public ChildProcess startAnother(String service, int port, Map<String, String> settings) {
        return begin(service, port, settings).awaitReady(READY_LIMIT);
    }

    /** The same, and does not wait: it may end before it serves. */
    public ChildProcess begin(String service, int port, Map<String, String> settings) {
        return new ChildProcess(commands().another(service, port, settings)).start();
    }

    /** The same of another build of the service, from the folder that holds its {@code quarkus-run.jar}. */
    public ChildProcess startAnother(Path build, String service, int port) {
        return new ChildProcess(commands().another(build.resolve("quarkus-run.jar"), service, port))
                .start()
                .awaitReady(READY_LIMIT);
    }

    /** The folder of the patients' keys. */
    public Path keys() {
        return ServiceCommands.keys(plan);
    }

    /** A command for operators on this system, not started yet; its console is the caller's until it says otherwise. */
    public ProcessBuilder tool(List<String> command) {
        return commands().tool(command);
    }

    private ServiceCommands commands() {
        return new ServiceCommands(plan, parts.addresses());
    }

    /** The services' processes. */
    List<ChildProcess> services() {
        return List.copyOf(services);
    }

    /** Ends what runs; a second call finds nothing left to do. */
    @Override
    public void close() {
        ChildProcess.stopAll(services);
        parts.close();
        afterwards.run();
    }
}
