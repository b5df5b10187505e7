package app.backtrack.tools.letter;

import app.backtrack.tools.letter.LetterBook.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;

/** What the commands print of letters: never what is in them. */
final class LetterText {
    private static final int LONGEST = 200;
    private static final int SPACE = ' ';
    private static final int DELETE = 127;

    private LetterText() {}

    static String row(Entry entry) {
        DeadLetter letter = entry.letter();
        return "%-28s %-18s %-22s %-24s %s %s"
                .formatted(
                        letter.id(),
                        shown(letter.reason()),
                        shown(letter.consumer()),
                        letter.when(),
                        state(entry),
                        shown(letter.origin()))
                .stripTrailing();
    }

    static String heading() {
        return "%-28s %-18s %-22s %-24s %s %s".formatted("LETTER", "REASON", "CONSUMER", "WHEN", "STATE", "FROM");
    }

    /** How many letters there are of each reason, open and handled. */
    static List<String> counts(List<Entry> entries) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Entry entry : entries) {
            long[] both = counts.computeIfAbsent(shown(entry.letter().reason()), reason -> new long[2]);
            both[entry.isOpen() ? 0 : 1]++;
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((reason, both) -> lines.add("%-18s %,d open, %,d handled".formatted(reason, both[0], both[1])));
        return lines;
    }

    /** Everything about a letter but its data. */
    static String whole(Entry entry) {
        DeadLetter letter = entry.letter();
        byte[] key = letter.record().key();
        byte[] value = letter.record().value();
        StringBuilder text = new StringBuilder();
        line(text, "letter", letter.id().toString());
        line(text, "state", state(entry));
        line(text, "reason", letter.reason());
        line(text, "consumer", letter.consumer());
        line(text, "kept at", letter.when().toString());
        line(text, "from", letter.origin());
        line(text, "key", key == null ? "none" : new String(key, StandardCharsets.UTF_8));
        line(text, "value", value == null ? "none" : value.length + " bytes");
        for (Header header : letter.originalHeaders()) {
            line(
                    text,
                    header.key(),
                    header.value() == null ? "none" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-16s %s%n".formatted(shown(name), shown(value)));
    }

    private static String state(Entry entry) {
        return entry.mark().map(mark -> (mark.how() + " " + mark.to()).strip()).orElse("open");
    }

    /** Anybody's bytes, made fit for a terminal: no control characters, no endless lines. */
    private static String shown(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.codePoints()
                .map(point -> point < SPACE || point == DELETE ? '?' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
