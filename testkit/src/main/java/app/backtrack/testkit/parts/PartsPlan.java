package app.backtrack.testkit.parts;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What embedded parts to start, and where.
 *
 * @param root the project's folder
 * @param data the folder that the parts keep everything in
 * @param logs the folder that their output goes to
 * @param ports where they listen
 * @param temporary whether the store may keep its documents in memory
 * @param given {@code KAFKA_BOOTSTRAP_SERVERS}, {@code MONGODB_URI}, {@code OIDC_ISSUER}: a part named here runs
 *     elsewhere and is not started
 */
public record PartsPlan(
        Path root, Path data, Path logs, PartPorts ports, boolean temporary, Map<String, String> given) {

    /** Copies what it is given. */
    public PartsPlan {
        given = Map.copyOf(given);
    }

    /** The ports that will be listened on, with what each is for. */
    public Map<String, Integer> startedPorts() {
        Map<String, Integer> started = new LinkedHashMap<>(ports.byName());
        if (!starts("KAFKA_BOOTSTRAP_SERVERS")) {
            started.keySet().removeAll(Set.of("Kafka", "Kafka's controller"));
        }
        if (!starts("MONGODB_URI")) {
            started.remove("store");
        }
        if (!starts("OIDC_ISSUER")) {
            started.remove("OIDC issuer");
        }
        return started;
    }

    /** Where the parts of this plan listen once they run. */
    public PartAddresses addresses() {
        return new PartAddresses(
                given.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka()),
                given.getOrDefault("MONGODB_URI", "mongodb://127.0.0.1:" + ports.store()),
                given.getOrDefault("OIDC_ISSUER", "http://127.0.0.1:" + ports.oidc() + "/backtrack"),
                "127.0.0.1",
                String.valueOf(ports.smtp()),
                "http://127.0.0.1:" + ports.mail(),
                data.resolve("identity/accounts.ndjson").toString());
    }

    boolean starts(String variable) {
        return !given.containsKey(variable);
    }
}
