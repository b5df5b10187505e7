package app.backtrack.bench.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a measure found.
 *
 * @param measure its name
 * @param at when it began, UTC
 * @param machine where
 * @param options with what
 * @param figures what
 * @param flaws why it is indicative only; empty where nothing speaks against it
 */
public record Report(
        String measure,
        Instant at,
        Machine machine,
        Map<String, String> options,
        List<Figure> figures,
        List<String> flaws) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Writes it as JSON and as text; answers the text's file. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = STAMP.format(at) + "-" + measure;
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Map<String, Object> whole = new TreeMap<>();
        whole.put("measure", measure);
        whole.put("at", at.toString());
        whole.put("machine", machine.facts());
        whole.put("loadBefore", machine.load());
        whole.put("options", options);
        whole.put("figures", figures);
        whole.put("flaws", flaws);
        json.writeValue(folder.resolve(name + ".json").toFile(), whole);
        return Files.writeString(folder.resolve(name + ".txt"), text());
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(measure).append(", ").append(at).append(System.lineSeparator());
        machine.facts().forEach((name, value) -> line(text, "  %-12s %s".formatted(name, value)));
        line(text, "  %-12s %.2f per processor, before it began".formatted("load", machine.load()));
        options.forEach((name, value) -> line(text, "  %-12s %s".formatted(name, value)));
        figures.forEach(figure -> line(text, figure.text()));
        flaws.forEach(flaw -> line(text, "INDICATIVE ONLY: " + flaw));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
