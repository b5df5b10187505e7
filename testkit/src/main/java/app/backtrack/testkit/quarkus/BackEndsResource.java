package app.backtrack.testkit.quarkus;

import app.backtrack.testkit.backends.BackEnds;
import app.backtrack.testkit.parts.PartAddresses;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Connects a service under test to real back ends. Use it as {@code @WithTestResource(value = BackEndsResource.class,
 * scope = TestResourceScope.GLOBAL)}. The log and the store outlive the test class and are shared with others: let each
 * test speak of a clinic and patients of its own ({@link Tokens#newClinic()}).
 */
public final class BackEndsResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        PartAddresses addresses = BackEnds.addresses();
        Map<String, String> settings = new HashMap<>(addresses.environment());
        settings.put("backtrack.local", "true");
        settings.put("backtrack.keys.dir", keys(addresses).toString());
        settings.put(
                "backtrack.erasure.register",
                keys(addresses).resolveSibling("erasures.ndjson").toString());
        settings.put(
                "backtrack.signing.key-file",
                keys(addresses).resolveSibling("proof-key.json").toString());
        settings.put(
                "backtrack.notary.anchors",
                keys(addresses).resolveSibling("anchors.jws").toString());
        // A new member for each start: nobody waits for the session of the one before to run out.
        settings.put("backtrack.log.instance-id", UUID.randomUUID().toString());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.log.category.\"org.testcontainers\".level", "OFF");
        return settings;
    }

    /** The key files of a test run, shared by every service in it. */
    public static Path keys(PartAddresses addresses) {
        return Path.of(addresses.accounts()).resolveSibling("keys");
    }

    @Override
    public void stop() {
        // The back ends end with this JVM, or with the run that gave them.
    }
}
