package app.backtrack.local;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts that the environment names: they run elsewhere and take the embedded ones' place. */
final class RealParts {

    private RealParts() {}

    static Map<String, String> given() {
        Map<String, String> environment = System.getenv();
        return Stream.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI", "OIDC_ISSUER")
                .filter(environment::containsKey)
                .collect(Collectors.toMap(name -> name, environment::get));
    }
}
