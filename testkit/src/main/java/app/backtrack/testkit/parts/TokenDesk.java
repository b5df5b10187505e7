package app.backtrack.testkit.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets tokens from the embedded issuer, for accounts that it adds where they are not there yet. */
public final class TokenDesk {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final URI endpoint;
    private final Path accounts;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** For the issuer at these addresses. */
    public TokenDesk(PartAddresses addresses) {
        this.endpoint = URI.create(addresses.issuer() + "/token");
        this.accounts = Path.of(addresses.accounts());
    }

    /** The issuer's token endpoint. */
    public URI endpoint() {
        return endpoint;
    }

    /** Adds the accounts that are not there yet. A line is written in one go, so two processes may do this at once. */
    public void add(List<Account> wanted) {
        try {
            Files.createDirectories(accounts.getParent());
            List<String> known = Files.exists(accounts) ? Files.readAllLines(accounts) : List.of();
            StringBuilder missing = new StringBuilder();
            wanted.stream()
                    .map(Account::json)
                    .filter(line -> !known.contains(line))
                    .forEach(line -> missing.append(line).append('\n'));
            Files.writeString(accounts, missing, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("accounts cannot be written", e);
        }
    }

    /** A fresh bearer token, good for some hours. */
    public String token(Account account) {
        add(List.of(account));
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(endpoint)
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(account.tokenRequest()))
                            .build(),
                    BodyHandlers.ofString());
            Matcher token = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new IllegalStateException("no token for " + account.name() + ": status " + answer.statusCode());
            }
            return token.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }
}
