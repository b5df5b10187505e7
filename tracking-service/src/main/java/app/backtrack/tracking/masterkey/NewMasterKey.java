package app.backtrack.tracking.masterkey;

import app.backtrack.runtime.sealing.MasterKeyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ExitCode;

/** Makes the first master key of a deployment: {@code rotate-master-key new FILE}. */
public final class NewMasterKey {
    private static final int WORDS = 3;

    private NewMasterKey() {}

    /** Whether a command line asks for it. */
    public static boolean isAskedFor(String... words) {
        return words.length == WORDS && words[0].equals(MasterKeyLine.NAME) && words[1].equals("new");
    }

    /** Makes the file that the words name, unless it is there; answers with the exit status. */
    public static int make(String... words) {
        Path file = Path.of(words[WORDS - 1]).toAbsolutePath();
        if (Files.exists(file)) {
            System.err.println(file + " is there already; nothing was changed.");
            return ExitCode.SOFTWARE;
        }
        try {
            MasterKeyset.inOrNew(file);
        } catch (IOException e) {
            System.err.println("The file cannot be made: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
        System.out.println(
                "Made " + file + ". Set BACKTRACK_KEYS_MASTER_KEY_FILE to it for every service, and keep a copy"
                        + " apart from the keys: without it no patient's key opens.");
        return ExitCode.OK;
    }
}
