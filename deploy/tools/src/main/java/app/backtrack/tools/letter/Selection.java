package app.backtrack.tools.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which letters a command is about: those that meet everything that is said. */
final class Selection {
    @Parameters(
            paramLabel = "LETTER",
            description = "TOPIC/PARTITION/OFFSET, such as pain-events/3/17, or a range: pain-events/3/17-20.")
    private List<String> letters = List.of();

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only letters from this topic.")
    private @Nullable String topic;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only letters with this reason.")
    private @Nullable String reason;

    @Option(names = "--consumer", paramLabel = "GROUP", description = "Only letters that this group kept.")
    private @Nullable String consumer;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    /** Says whether a letter is meant. */
    Predicate<DeadLetter> test() {
        List<Predicate<LetterId>> named = new ArrayList<>();
        letters.forEach(text -> named.add(named(text)));
        return letter -> (named.isEmpty() || named.stream().anyMatch(one -> one.test(letter.id())))
                && (topic == null || topic.equals(letter.id().topic()))
                && (reason == null || reason.equals(letter.reason()))
                && (consumer == null || consumer.equals(letter.consumer()));
    }

    boolean isEmpty() {
        return letters.isEmpty() && topic == null && reason == null && consumer == null;
    }

    private Predicate<LetterId> named(String text) {
        int dash = text.lastIndexOf('-');
        boolean range = dash > text.lastIndexOf('/');
        try {
            LetterId first = LetterId.of(range ? text.substring(0, dash) : text);
            long last = range ? Long.parseLong(text.substring(dash + 1)) : first.offset();
            return id -> id.topic().equals(first.topic())
                    && id.partition() == first.partition()
                    && id.offset() >= first.offset()
                    && id.offset() <= last;
        } catch (IllegalArgumentException e) {
            throw misuse(text + ": a letter is named TOPIC/PARTITION/OFFSET or TOPIC/PARTITION/FIRST-LAST");
        }
    }

    private ParameterException misuse(String message) {
        if (mixee == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return new ParameterException(mixee.commandLine(), message);
    }
}
