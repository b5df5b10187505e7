package app.backtrack.local;

import app.backtrack.testkit.parts.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds busy ports before anything starts on them, and says who has them where the system tells. */
final class PortCheck {

    private static final Pattern SS_USER = Pattern.compile("users:\\(\\(\"([^\"]+)\",pid=(\\d+)");
    private static final Pattern LSOF_USER = Pattern.compile("p(\\d+)\\s+c(\\S+)");

    private PortCheck() {}

    static void requireFree(Map<String, Integer> ports, int base) {
        List<String> busy = ports.entrySet().stream()
                .filter(port -> !Ports.isFree(port.getValue()))
                .map(port -> "  port " + port.getValue() + " (" + port.getKey() + ")"
                        + owner(port.getValue())
                                .map(who -> " is taken by " + who)
                                .orElse(" is taken"))
                .toList();
        if (!busy.isEmpty()) {
            throw new CannotRunException("Something else listens where Backtrack would:\n" + String.join("\n", busy)
                    + "\nEnd that, or choose other ports: ./run --port-base " + (base + 1_000));
        }
    }

    private static Optional<String> owner(int port) {
        return asked(SS_USER, "ss", "-Hltnp", "sport = :" + port)
                .map(found -> found.group(1) + " (process " + found.group(2) + ")")
                .or(() -> asked(LSOF_USER, "lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
                        .map(found -> found.group(2) + " (process " + found.group(1) + ")"));
    }

    private static Optional<Matcher> asked(Pattern answer, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(answer.matcher(said)).filter(Matcher::find);
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
