package app.backtrack.tools.letter;

import app.backtrack.events.EventCodec;
import app.backtrack.runtime.sealing.PatientKeys;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.tools.letter.LetterBook.Entry;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Installation;
import app.backtrack.tools.place.Log;
import app.backtrack.tools.place.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of dead letters. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Lists, shows, puts back and mends records that a consumer could not handle.",
            "Nothing is deleted; what was done about a letter is remembered in the log."
        })
public final class DeadLettersLine {
    private final Map<String, String> environment;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    /** Works on the installation that an environment names, and prints there. */
    public DeadLettersLine(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists open letters, and counts all by reason.")
    int list(
            @Mixin Selection selection,
            @Option(names = "--handled", description = "Also those that were replayed, fixed or dismissed.")
                    boolean handled,
            @Option(names = "--limit", defaultValue = "100", description = "Rows at most (100).") int limit) {
        Desk desk = Desk.open(environment);
        List<Entry> all = desk.book().entries(selection.test());
        List<Entry> shown =
                all.stream().filter(entry -> handled || entry.isOpen()).toList();
        if (!shown.isEmpty()) {
            out.println(LetterText.heading());
            shown.stream().limit(limit).map(LetterText::row).forEach(out::println);
            if (shown.size() > limit) {
                out.printf("… and %,d more (--limit)%n", shown.size() - limit);
            }
            out.println();
        }
        out.println(all.isEmpty() ? "There are no dead letters." : String.join("\n", LetterText.counts(all)));
        return CommandLine.ExitCode.OK;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one letter: all but its data, unless that is asked for.")
    int show(
            @Parameters(paramLabel = "LETTER") String letter,
            @Option(names = "--open", description = "Print the opened data too. It is clinical content.") boolean open,
            @Option(
                            names = "--data-to",
                            paramLabel = "FILE",
                            description =
                                    "Write the opened data to a new file that only you can read: where a fix begins.")
                    @Nullable
                    Path file)
            throws IOException {
        Desk desk = Desk.open(environment);
        Entry entry = desk.book().entry(id(letter));
        out.print(LetterText.whole(entry));
        if (open || file != null) {
            byte[] data = new Opening(desk.codec()).data(entry.letter());
            if (open) {
                out.println(new String(data, StandardCharsets.UTF_8));
            }
            if (file != null) {
                OwnFile.write(file, data);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Puts open letters back to where they came from: same key, bytes and headers.",
                "Given twice, or after an end in between, it goes on with what is still open."
            })
    int replay(
            @Mixin Selection selection,
            @Option(names = "--all", description = "Every open letter.") boolean all,
            @Option(names = "--again", description = "Also those that were handled before.") boolean again,
            @Option(names = "--dry-run", description = "Only say what would be put back.") boolean dryRun) {
        Desk desk = Desk.open(environment);
        List<Entry> entries = chosen(desk, selection, all, again);
        if (dryRun) {
            entries.stream().map(LetterText::row).forEach(out::println);
            out.printf("%,d letters would be put back.%n", entries.size());
            return CommandLine.ExitCode.OK;
        }
        try (Progress progress = Progress.of("replay", " records", entries.size())) {
            int records = desk.replay().run(entries, progress::at);
            progress.close();
            out.printf("%,d letters handled, %,d records put back.%n", entries.size(), records);
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Puts a mended record in a letter's place: other data, type or headers. It is validated by the",
                "published schema, sealed anew, and names the bad record's place as its causation."
            })
    int fix(
            @Parameters(paramLabel = "LETTER") String letter,
            @Option(
                            names = "--data",
                            paramLabel = "FILE",
                            description = "The opened data as JSON; else the letter's own.")
                    @Nullable
                    Path data,
            @Option(names = "--type", description = "The ce_type that it should have been.") @Nullable String type,
            @Option(names = "--header", paramLabel = "NAME=VALUE", description = "A header to replace or add.")
                    @Nullable
                    Map<String, String> headers,
            @Option(names = "--again", description = "Although something was done about it before.") boolean again,
            @Option(names = "--dry-run", description = "Only say whether it would do.") boolean dryRun)
            throws IOException {
        Desk desk = Desk.open(environment);
        Entry entry = desk.book().entry(id(letter));
        if (!entry.isOpen() && !again) {
            throw new CannotException("The letter is handled already; --again does it all the same.");
        }
        Map<String, String> changed = new HashMap<>(headers == null ? Map.of() : headers);
        if (type != null) {
            changed.put("ce_type", type);
        }
        byte[] plain = data == null ? new Opening(desk.codec()).data(entry.letter()) : Files.readAllBytes(data);
        ProducerRecord<byte[], byte[]> mended = new Mending(desk.codec()).mend(entry.letter(), plain, changed);
        out.println(
                dryRun
                        ? "It would go to " + mended.topic() + "."
                        : "It is at " + desk.replay().mend(entry.letter(), mended) + " now.");
        return CommandLine.ExitCode.OK;
    }

    @Command(mixinStandardHelpOptions = true, description = "Says that nothing is to be done about open letters.")
    int dismiss(@Mixin Selection selection) {
        Desk desk = Desk.open(environment);
        List<Entry> entries = chosen(desk, selection, false, false);
        desk.replay().dismiss(entries);
        out.printf("%,d letters dismissed.%n", entries.size());
        return CommandLine.ExitCode.OK;
    }

    /** What the commands work with. */
    private record Desk(LetterBook book, Replay replay, EventCodec codec) {

        static Desk open(Map<String, String> environment) {
            Installation installation = Installation.given(environment);
            Log log = new Log(installation.log());
            Marks marks = new Marks(log);
            EventCodec codec = new EventCodec(new TinkSealing(keys(installation).store()));
            return new Desk(new LetterBook(log, marks), new Replay(log, marks), codec);
        }

        private static PatientKeys keys(Installation installation) {
            try {
                return PatientKeys.open(installation.keys());
            } catch (IllegalStateException e) {
                throw new CannotException(String.valueOf(e.getMessage()));
            }
        }
    }

    private List<Entry> chosen(Desk desk, Selection selection, boolean all, boolean again) {
        if (selection.isEmpty() != all) {
            throw misuse("Say which letters: by name, --topic, --reason, --consumer, or where it is offered --all.");
        }
        return desk.book().entries(selection.test()).stream()
                .filter(entry -> again || entry.isOpen())
                .toList();
    }

    private LetterId id(String text) {
        try {
            return LetterId.of(text);
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException misuse(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
