package app.backtrack.local;

import app.backtrack.testkit.parts.ChildCommand;
import app.backtrack.testkit.parts.JavaCommand;
import app.backtrack.testkit.parts.PartAddresses;
import app.backtrack.testkit.parts.Readiness;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each service is started: its own jar, with the settings that all services share. */
final class ServiceCommands {

    private final LocalPlan plan;
    private final PartAddresses parts;

    ServiceCommands(LocalPlan plan, PartAddresses parts) {
        this.plan = plan;
        this.parts = parts;
    }

    List<ChildCommand> all() {
        return plan.services().byName().entrySet().stream()
                .map(service -> command(service.getKey(), service.getValue()))
                .toList();
    }

    /** A further process of a service, with further settings and an identity of its own in the consumer group. */
    ChildCommand another(String service, int port, Map<String, String> settings) {
        return another(jvm(service).jar(), service, port, settings);
    }

    /** The same of another build of the service. */
    ChildCommand another(Path jar, String service, int port) {
        return another(jar, service, port, Map.of());
    }

    private ChildCommand another(Path jar, String service, int port, Map<String, String> settings) {
        String name = service + "-" + port;
        Map<String, String> environment = environment(port);
        environment.putAll(plan.settings().getOrDefault(service, Map.of()));
        environment.put("BACKTRACK_LOG_INSTANCE_ID", name);
        environment.putAll(settings);
        Path log = plan.parts().logs().resolve(name + ".log");
        List<String> words = new ServiceJvm(plan.parts().root(), service, jar).words();
        return new ChildCommand(name, words, environment, log, ready(port));
    }

    /** A start that leaves the service's cache behind when it ends, behind everything else on the machine. */
    ChildCommand training(String service, int port) {
        List<String> words = new ArrayList<>(List.of("nice", "-n", "10"));
        words.addAll(jvm(service).trainingWords());
        Path log = plan.parts().logs().resolve(service + ".log");
        return new ChildCommand(service, words, environment(port), log, ready(port));
    }

    private ServiceJvm jvm(String service) {
        return ServiceJvm.of(plan.parts().root(), service);
    }

    /**
     * A command of tracking-service beside the one that runs: it needs no port, and the caller's console is its own.
     */
    ProcessBuilder besideTracking(List<String> command) {
        return beside(jvm("tracking-service").jar(), command);
    }

    /** A command for operators, with the settings of the services and the caller's console. */
    ProcessBuilder tool(List<String> command) {
        return beside(built("deploy/tools", "target/backtrack-tools.jar"), command);
    }

    private ProcessBuilder beside(Path jar, List<String> command) {
        List<String> words = JavaCommand.words(ServiceJvm.OPENED);
        words.addAll(List.of("-Xmx256m", "-jar", jar.toString()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putAll(environment(plan.services().tracking()));
        return builder;
    }

    private ChildCommand command(String name, int port) {
        Path log = plan.parts().logs().resolve(name + ".log");
        Map<String, String> environment = environment(port);
        environment.putAll(plan.settings().getOrDefault(name, Map.of()));
        return new ChildCommand(name, jvm(name).words(), environment, log, ready(port));
    }

    private Path built(String module, String file) {
        return built(plan.parts().root(), module, file);
    }

    static Path built(Path root, String module, String file) {
        Path jar = root.resolve(module).resolve(file);
        if (!Files.exists(jar)) {
            throw new CannotRunException(module + " is not built: mvn package -DskipTests");
        }
        return jar;
    }

    private Map<String, String> environment(int port) {
        Map<String, String> environment = new HashMap<>(parts.environment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        // Each question for readiness that is answered no would be a line in the log.
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "ERROR");
        environment.put("BACKTRACK_LOCAL", "true");
        environment.put("BACKTRACK_KEYS_DIR", keys(plan).toString());
        Path data = plan.parts().data();
        environment.put(
                "BACKTRACK_ERASURE_REGISTER",
                data.resolve("erasures/register.ndjson").toString());
        environment.put(
                "BACKTRACK_SIGNING_KEY_FILE", data.resolve("proof-key.json").toString());
        environment.put(
                "BACKTRACK_NOTARY_ANCHORS", data.resolve("anchors/anchors.jws").toString());
        environment.put("BACKTRACK_POSITION_SECRET", secret(LocalSecret.POSITION));
        environment.put(
                "BACKTRACK_PUSH_VAPID_KEY_FILE",
                plan.parts().data().resolve("vapid.jwk").toString());
        // Whoever tries it wants to see the mail; a real clinic's alerts wait five minutes for company.
        environment.put("BACKTRACK_DELIVERY_GATHERING", "PT5S");
        environment.put(
                "BACKTRACK_LINKS_SERVICE", "http://127.0.0.1:" + plan.services().notification() + "/");
        environment.putAll(webEnvironment());
        return environment;
    }

    private Map<String, String> webEnvironment() {
        LocalUrls urls = LocalUrls.of(plan.services(), URI.create(parts.issuer()), parts.mailPage());
        return Map.of(
                "BACKTRACK_PAGE_SECURE", "false",
                "BACKTRACK_LINKS_INBOX", urls.web() + "/clinic/inbox/",
                "BACKTRACK_LINKS_PATIENT_APP", urls.web() + "/my",
                "BACKTRACK_SESSION_KEYS", secret(LocalSecret.SESSION),
                "OIDC_WEB_CLIENT_SECRET", secret(LocalSecret.CLIENT),
                "BACKTRACK_PROGRAM_URL", urls.program().toString(),
                "BACKTRACK_TRACKING_URL", urls.tracking().toString(),
                "BACKTRACK_NOTIFICATION_URL", urls.notification().toString());
    }

    private String secret(String name) {
        return LocalSecret.in(plan.parts().data(), name);
    }

    static Path keys(LocalPlan plan) {
        return plan.parts().data().resolve("keys");
    }

    private static Readiness ready(int port) {
        return Readiness.http(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }
}
