package app.backtrack.tools.letter;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a dead letter: {@code pain-events/3/17} is the one at offset 17 of partition 3 of
 * {@code pain-events.dead-letter}.
 *
 * @param topic the topic that the record was in, without {@code .dead-letter}
 * @param partition from 0
 * @param offset within the dead letters
 */
record LetterId(String topic, int partition, long offset) implements Comparable<LetterId> {
    private static final Pattern TEXT = Pattern.compile("([a-z][a-z-]*)/(\\d{1,4})/(\\d{1,18})");
    private static final Comparator<LetterId> ORDER = Comparator.comparing(LetterId::topic)
            .thenComparingInt(LetterId::partition)
            .thenComparingLong(LetterId::offset);

    /** Reads what {@link #toString} writes; throws an {@link IllegalArgumentException} that says the form. */
    static LetterId of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A letter is named TOPIC/PARTITION/OFFSET, such as pain-events/3/17");
        }
        return new LetterId(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public int compareTo(LetterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
