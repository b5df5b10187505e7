package app.backtrack.testkit.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts are, whoever runs them.
 *
 * @param kafka {@code KAFKA_BOOTSTRAP_SERVERS}
 * @param mongodb {@code MONGODB_URI}, without a database
 * @param issuer {@code OIDC_ISSUER}
 * @param smtpHost {@code SMTP_HOST}
 * @param smtpPort {@code SMTP_PORT}
 * @param mailPage {@code BACKTRACK_MAIL_URL}: the page with sent mail, {@code /mail.json} for programs
 * @param accounts {@code BACKTRACK_ACCOUNTS}: the file with the embedded issuer's accounts
 */
public record PartAddresses(
        String kafka,
        String mongodb,
        String issuer,
        String smtpHost,
        String smtpPort,
        String mailPage,
        String accounts) {

    /** What a child process is told of them. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("MONGODB_URI", mongodb);
        environment.put("OIDC_ISSUER", issuer);
        environment.put("SMTP_HOST", smtpHost);
        environment.put("SMTP_PORT", smtpPort);
        environment.put("BACKTRACK_MAIL_URL", mailPage);
        environment.put("BACKTRACK_ACCOUNTS", accounts);
        return environment;
    }

    /** The addresses that such an environment holds, where it holds all of them. */
    public static Optional<PartAddresses> from(Map<String, String> environment) {
        PartAddresses addresses = new PartAddresses(
                environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", ""),
                environment.getOrDefault("MONGODB_URI", ""),
                environment.getOrDefault("OIDC_ISSUER", ""),
                environment.getOrDefault("SMTP_HOST", ""),
                environment.getOrDefault("SMTP_PORT", ""),
                environment.getOrDefault("BACKTRACK_MAIL_URL", ""),
                environment.getOrDefault("BACKTRACK_ACCOUNTS", ""));
        return addresses.environment().containsValue("") ? Optional.empty() : Optional.of(addresses);
    }
}
