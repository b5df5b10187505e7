package app.backtrack.embedded;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a part is started with: {@code NAME --port=N --data=FOLDER [--other=VALUE …] [--until-stdin-closes]}.
 *
 * @param name which part: {@code kafka}, {@code store}, {@code identity-and-mail} or {@code mail} alone
 * @param options the values by their names, without the dashes; a bare option has the value {@code true}
 */
record PartArguments(String name, Map<String, String> options) {

    static PartArguments parse(String... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("which part? kafka, store, identity-and-mail or mail");
        }
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                String[] pair = argument.substring(2).split("=", 2);
                options.put(pair[0], pair.length == 2 ? pair[1] : "true");
            }
        }
        return new PartArguments(arguments[0], Map.copyOf(options));
    }

    /** The folder that this part keeps everything in, its log included. */
    Path data() {
        return Path.of(text("data")).toAbsolutePath();
    }

    /** A TCP port, 1 to 65535. */
    int port(String option) {
        int port = Integer.parseInt(text(option));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("--" + option + " must be a port, was " + port);
        }
        return port;
    }

    /**
     * What a file of properties says; empty where none is named.
     *
     * @throws IOException if the file cannot be read
     */
    Map<String, String> properties(String option) throws IOException {
        String file = options.get(option);
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().collect(toMap(name -> name, properties::getProperty));
    }

    boolean has(String option) {
        return Boolean.parseBoolean(options.get(option));
    }

    /** What an option says; empty where it is not given. */
    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    private String text(String option) {
        return value(option).orElseThrow(() -> new IllegalArgumentException("--" + option + " is missing"));
    }

    /** Every part listens here and nowhere else. */
    static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
