package app.backtrack.local.endtoend;

import app.backtrack.testkit.parts.ChildCommand;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.PartStart;
import app.backtrack.testkit.parts.Ports;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A broker that speaks TLS alone, asks everybody for a name and a password, and allows nothing that was not granted.
 * Its certificate and passwords are made anew.
 */
final class GuardedBroker implements AutoCloseable {
    static final List<String> USERS =
            List.of("backtrack-program", "backtrack-tracking", "backtrack-notification", "stranger");

    private static final String SUPER_USER = "broker";
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final Path folder;
    private final String password = UUID.randomUUID().toString();
    private final int port;
    private final ChildProcess process;

    private GuardedBroker(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Iterator<Integer> free = Ports.free(2).iterator();
        this.port = free.next();
        makeCertificate();
        process = new ChildProcess(command(free.next()));
    }

    static GuardedBroker start(Path folder) throws IOException, InterruptedException {
        GuardedBroker broker = new GuardedBroker(folder);
        broker.process.start().awaitReady(READY_LIMIT);
        return broker;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** How somebody has to come. */
    Map<String, String> client(String user) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", jaas(user) + ";",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate().toString());
    }

    /** The same as one who may do everything. */
    Map<String, String> superClient() {
        return client(SUPER_USER);
    }

    /** The same as a file of settings of a service. */
    Path settings(String user) throws IOException {
        return written(user + ".properties", settingsOf(client(user)));
    }

    /** As the settings of services name them. */
    static Map<String, String> settingsOf(Map<String, String> client) {
        return client.entrySet().stream()
                .collect(Collectors.toMap(one -> "backtrack.log.client.\"" + one.getKey() + "\"", Map.Entry::getValue));
    }

    Path written(String name, Map<String, String> settings) throws IOException {
        return SettingsFile.write(folder.resolve(name), settings);
    }

    private ChildCommand command(int controllerPort) throws IOException {
        return new PartStart(ProjectRoot.find(), "kafka", folder.resolve("kafka"), folder)
                .command(
                        "guarded-kafka",
                        "--port=" + port,
                        "--controller-port=" + controllerPort,
                        "--settings=" + written("broker.properties", guards(controllerPort)));
    }

    private Map<String, String> guards(int controllerPort) {
        String accounts = Stream.concat(Stream.of(SUPER_USER), USERS.stream())
                .map(user -> " user_" + user + "=\"" + password(user) + "\"")
                .collect(Collectors.joining());
        String listener = jaas(SUPER_USER) + accounts + ";";
        return Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "SASL_SSL://" + address()),
                Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:SASL_SSL"),
                Map.entry("inter.broker.listener.name", "SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("listener.name.sasl_ssl.plain.sasl.jaas.config", listener),
                Map.entry("listener.name.controller.plain.sasl.jaas.config", listener),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", keystore().toString()),
                Map.entry("ssl.keystore.password", password),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate().toString()),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:" + SUPER_USER));
    }

    private String jaas(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password(user) + "\"";
    }

    private String password(String user) {
        return user + "-" + password;
    }

    private Path keystore() {
        return folder.resolve("broker.p12");
    }

    private Path certificate() {
        return folder.resolve("broker.pem");
    }

    private void makeCertificate() throws IOException, InterruptedException {
        String[] store = {"-alias", "broker", "-keystore", keystore().toString(), "-storepass", password};
        keytool(
                store,
                "-genkeypair -keyalg EC -groupname secp256r1 -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1 -validity 2");
        keytool(store, "-exportcert -rfc -file " + certificate());
    }

    private void keytool(String[] store, String what) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(Arrays.asList(what.split(" ", -1)));
        words.addAll(Arrays.asList(store));
        File log = folder.resolve("keytool.log").toFile();
        int status = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("keytool: " + Files.readString(log.toPath()));
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
