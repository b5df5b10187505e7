package app.backtrack.embedded.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of one file, a JSON object a line; read anew for each question, so that one can be added at any time.
 */
final class Accounts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Accounts(Path file) {
        this.file = file;
    }

    /** The user with this name and password. */
    Optional<Account> user(String name, String password) {
        return all().stream()
                .filter(account -> !account.isSystem())
                .filter(account ->
                        account.name().equals(name) && account.secret().equals(password))
                .findFirst();
    }

    /** Everybody who may log in on a page, in the order in which they were added. */
    List<Account> users() {
        return all().stream().filter(account -> !account.isSystem()).toList();
    }

    /** The clinic's own system with this client id and secret. */
    Optional<Account> system(String clientId, String secret) {
        return all().stream()
                .filter(Account::isSystem)
                .filter(account ->
                        account.name().equals(clientId) && account.secret().equals(secret))
                .findFirst();
    }

    private List<Account> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Account> accounts = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                accounts.add(JSON.readValue(line, Account.class));
            }
            return accounts;
        } catch (IOException e) {
            throw new UncheckedIOException("accounts cannot be read", e);
        }
    }
}
