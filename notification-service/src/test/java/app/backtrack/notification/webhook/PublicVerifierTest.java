package app.backtrack.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The public verifier of Standard Webhooks for JavaScript judges our signatures, where Node and its registry are there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicVerifierTest {
    private static final String LIBRARY = "standardwebhooks@1.1.1";
    private static final SigningSecret SECRET = SigningSecret.of(new byte[32]);
    private static final String BODY = "{\"data\":{\"clinicId\":\"harbour\"},\"type\":\"webhook.test\"}";

    @TempDir
    static Path folder;

    /** What is missing here; empty where nothing is. */
    private static String missing = "";

    @BeforeAll
    static void the_library_is_fetched() throws Exception {
        if (!runs(List.of("node", "--version"))) {
            missing = "Node is not installed";
        } else if (!runs(List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
                folder.toString(),
                LIBRARY))) {
            missing = "npm is not installed, or its registry cannot be reached";
        }
    }

    /** For each test: one that is skipped for all of a class is counted nowhere. */
    @BeforeEach
    void it_is_there() {
        assumeTrue(missing.isEmpty(), missing);
    }

    @Test
    void it_accepts_what_we_sign() throws Exception {
        Instant now = Instant.now();

        assertThat(judged(SECRET, Secrets.first(SECRET).signature("msg_1", now, BODY), now, BODY))
                .isEqualTo("accepted");
    }

    @Test
    void after_a_rotation_it_accepts_with_the_old_secret_and_with_the_new() throws Exception {
        Instant now = Instant.now();
        SigningSecret next = SigningSecret.of(
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24});
        String signature = Secrets.first(SECRET).rotated(next, now).signature("msg_1", now, BODY);

        assertThat(judged(SECRET, signature, now, BODY)).isEqualTo("accepted");
        assertThat(judged(next, signature, now, BODY)).isEqualTo("accepted");
    }

    @Test
    void it_refuses_a_body_that_was_changed() throws Exception {
        Instant now = Instant.now();
        String signature = Secrets.first(SECRET).signature("msg_1", now, BODY);

        assertThat(judged(SECRET, signature, now, BODY.replace("harbour", "other")))
                .startsWith("refused");
    }

    private static String judged(SigningSecret secret, String signature, Instant at, String body) throws Exception {
        Path script = Path.of("src/test/resources/verify-webhook.mjs");
        Process node = new ProcessBuilder("node", script.toString(), secret.value(), folder.toString())
                .redirectErrorStream(true)
                .start();
        Map<String, String> headers = Map.of(
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                signature);
        try (var in = node.getOutputStream()) {
            in.write(new ObjectMapper().writeValueAsBytes(Map.of("headers", headers, "body", body)));
        }
        return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Files.createTempFile(folder, "npm", ".log").toFile())
                    .start();
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
