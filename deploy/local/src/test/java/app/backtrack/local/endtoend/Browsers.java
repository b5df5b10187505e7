package app.backtrack.local.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Starts the machine's own Chromium once for all tests of a run. {@code BACKTRACK_CHROMIUM} names another. Where there
 * is none the tests are aborted and say so, and do not count as passed; in CI that is a failure.
 */
final class Browsers implements TestInstancePreConstructCallback, ParameterResolver {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String NONE =
            "No Chromium on this machine (Debian: apt-get install chromium), so nothing was tried in a browser.";

    /** The sandbox wants a user of its own, which containers have not; what is opened are our own pages. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A window of somebody who lives where the patients do, in which nothing moves that would be waited for. */
    static NewContextOptions window(int width, int height) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setTimezoneId(Clinic.ZONE)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** Here, as what aborts while a parameter is resolved is a failure to JUnit. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext test, ExtensionContext context) {
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(chromium().isPresent(), NONE);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Path chromium = chromium().orElseThrow(() -> new IllegalStateException(NONE));
        return context.getRoot()
                .getStore(Namespace.create(Browsers.class))
                .computeIfAbsent(Running.class, any -> start(chromium), Running.class)
                .browser();
    }

    private static Running start(Path chromium) {
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Running(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(QUIET)));
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("BACKTRACK_CHROMIUM");
        Stream<Path> onPath = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return (named == null ? onPath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ends with the run. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
