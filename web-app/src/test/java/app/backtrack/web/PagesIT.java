package app.backtrack.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.ProjectRoot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The pages' own code. It is checked and run by the same Deno that the bundler brings, so no Node is needed. */
@WebTest
class PagesIT {
    private static final Pattern PAGE_SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");
    private static final Pattern WORKER = Pattern.compile("name=\"backtrack-worker\" content=\"([^\"]+)\"");
    /** What is imported at once; {@code import("…")} is loaded when it is needed. */
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?:from|import)\\s*\"(?:\\./|/static/bundle/)([^\"]+)\"");

    private static final Path MODULE = ProjectRoot.find().resolve("web-app");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void the_types_of_every_page_fit() throws Exception {
        assertThat(check(sources(MODULE.resolve("src/main/web")))).isEmpty();
    }

    @Test
    void types_that_do_not_fit_are_found() throws Exception {
        Path wrong = MODULE.resolve("target/wrong.ts");
        Files.writeString(wrong, "export const score: number = 'three';\n");

        assertThat(check(List.of(wrong))).contains("TS2322");
    }

    @Test
    void the_tests_of_the_pages_code_pass() throws Exception {
        List<String> words = new ArrayList<>(List.of("test", "--no-check", "--no-remote", "--no-lock", "--quiet"));
        words.add(MODULE.resolve("src/test/web").toString());

        assertThat(deno(words)).contains(" passed").contains("| 0 failed");
    }

    @Test
    void pages_are_sent_with_a_strict_policy_and_without_anything_inline() {
        Surfer surfer = new Surfer(port);
        for (String page : new String[] {"/", "/clinic", "/clinic/patients/7", "/my", "/my/today"}) {
            HttpResponse<String> answer = surfer.get(page);

            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "http");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(answer.body())
                    .contains("<script type=\"module\" src=\"/static/bundle/")
                    .doesNotContain("<style", " style=", "onclick", "http://", "https://");
        }
    }

    @Test
    void the_first_load_of_the_patient_app_is_small() throws Exception {
        Surfer surfer = new Surfer(port);
        List<String> waiting =
                new ArrayList<>(found(PAGE_SCRIPT, surfer.get("/my").body()));
        Set<String> scripts = new LinkedHashSet<>(waiting);
        int compressed = 0;
        while (!waiting.isEmpty()) {
            String script = surfer.get(waiting.removeFirst()).body();
            compressed += gzipped(script);
            found(STATIC_IMPORT, script).stream()
                    .map(name -> "/static/bundle/" + name)
                    .filter(scripts::add)
                    .forEach(waiting::add);
        }

        assertThat(scripts).as("the page and what it is cut into").hasSizeGreaterThan(3);
        assertThat(compressed).as("bytes").isBetween(5_000, 150_000);
    }

    @Test
    void the_worker_may_look_after_the_patients_pages_and_no_others() {
        Surfer surfer = new Surfer(port);
        String worker = found(WORKER, surfer.get("/my").body()).getFirst();

        assertThat(surfer.get(worker).headers().firstValue("Service-Worker-Allowed"))
                .contains("/my");
        assertThat(surfer.get("/my.webmanifest")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .contains("manifest+json");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static String check(List<Path> files) throws Exception {
        List<String> words = new ArrayList<>(List.of("check", "--no-remote", "--no-lock", "--quiet"));
        words.addAll(List.of("--config", MODULE.resolve("deno.json").toString()));
        files.forEach(file -> words.add(file.toString()));
        return deno(words);
    }

    private static String deno(List<String> arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(deno().toString()));
        words.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(MODULE.toFile()).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        builder.environment().put("DENO_DIR", MODULE.resolve("target/deno").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** The bundler has put it there by the time that the application under test is built. */
    private static Path deno() throws IOException {
        try (Stream<Path> found = Files.walk(MODULE.resolve("node_modules/@deno"), 2)) {
            return found.filter(file -> file.getFileName().toString().matches("deno(\\.exe)?"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".ts")).toList();
        }
    }
}
