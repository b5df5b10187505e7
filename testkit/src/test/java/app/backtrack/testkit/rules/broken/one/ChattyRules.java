package app.backtrack.testkit.rules.broken.one;

import java.nio.file.Files;
import java.nio.file.Path;

final class ChattyRules {
    boolean holds() {
        return Files.exists(Path.of("a-file"));
    }
}
