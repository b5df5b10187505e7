package app.backtrack.local;

import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.parts.ChildCommand;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.PartAddresses;
import app.backtrack.testkit.parts.TemporaryFolder;
import app.backtrack.testkit.parts.TokenDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The whole system as child processes on loopback: the parts, then the services. This is what people run, and what the
 * tests of the whole start, break and mend. Closing it ends the services first, then the parts.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);

    private final LocalPlan plan;
    private final EmbeddedParts parts;
    private final List<ChildProcess> services;
    private final TokenDesk tokens;
    private final AutoCloseable afterwards;

    private LocalSystem(LocalPlan plan, EmbeddedParts parts, List<ChildProcess> services, Runnable afterwards) {
        this.plan = plan;
        this.parts = parts;
        this.services = services;
        this.tokens = new TokenDesk(parts.addresses());
        this.afterwards = afterwards::run;
    }

    /**
     * A system of its own: free ports, temporary data that is gone when it is closed. Returns when all of it serves.
     */
    public static LocalSystem isolated() {
        return isolated(Map.of(), ready -> {});
    }

    /** The same, with parts that run elsewhere, and word of each process that serves. */
    static LocalSystem isolated(Map<String, String> given, Consumer<ChildProcess> onReady) {
        TemporaryFolder folder = TemporaryFolder.create();
        try {
            return start(LocalPlan.isolated(folder.path(), given), onReady, folder::close);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Starts what the plan says; nothing is left running where a part of it fails. */
    static LocalSystem start(LocalPlan plan, Consumer<ChildProcess> onReady) {
        return start(plan, onReady, () -> {});
    }

    private static LocalSystem start(LocalPlan plan, Consumer<ChildProcess> onReady, Runnable afterwards) {
        EmbeddedParts parts = EmbeddedParts.start(plan.parts(), onReady);
        LocalSystem system = new LocalSystem(plan, parts, new ArrayList<>(), afterwards);
        try {
            system.tokens.add(DemoAccounts.staff());
            String secret = PositionSecret.in(plan.parts().data());
            for (ChildCommand command : new ServiceCommands(plan, parts.addresses(), secret).all()) {
                system.services.add(new ChildProcess(command).start());
            }
            system.services.forEach(service -> onReady.accept(service.awaitReady(READY_LIMIT)));
            return system;
        } catch (RuntimeException e) {
            system.endProcesses();
            throw e;
        }
    }

    /** Where its services answer. */
    public LocalUrls urls() {
        return LocalUrls.of(plan.services(), tokens.endpoint(), addresses().mailPage());
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

    /** The services' processes. */
    List<ChildProcess> services() {
        return List.copyOf(services);
    }

    @Override
    public void close() {
        endProcesses();
        try {
            afterwards.close();
        } catch (Exception e) {
            throw new IllegalStateException("what was temporary cannot be removed", e);
        }
    }

    private void endProcesses() {
        ChildProcess.stopAll(services);
        parts.close();
    }
}
