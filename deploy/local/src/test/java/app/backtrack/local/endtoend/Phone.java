package app.backtrack.local.endtoend;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** A patient's telephone: one browser's storage, in which the app is opened and closed. */
final class Phone implements AutoCloseable {
    static final int USUAL_WIDTH = 390;

    private static final int HEIGHT = 844;
    private static final int PATIENCE_MS = 20_000;

    /** Kept files, and that the worker is in charge: from then on the app opens without a network. */
    private static final String INSTALLED = """
            async () => {
              await navigator.serviceWorker.ready;
              const names = await caches.keys();
              return names.length === 1 && (await (await caches.open(names[0])).keys()).some(({ url }) => url.endsWith('/my'));
            }""";

    private final String base;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    private Phone(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        this.page = newPage();
    }

    /** A telephone on which a patient has just signed in and the app is there to stay. */
    static Phone of(Browser browser, Patient patient, String language, ColorScheme colours, int width) {
        LocalSystem system = patient.clinic().system();
        Account account = Account.patient(patient.clinic().id(), patient.id().toString());
        system.addAccounts(List.of(account));
        // Loopback: there the browser allows what needs TLS elsewhere.
        String base = system.urls().web().toString();
        Phone phone = new Phone(
                base,
                browser.newContext(
                        Browsers.window(width, HEIGHT).setLocale(language).setColorScheme(colours)));
        phone.page.navigate(base + "/sign-in");
        phone.page.fill("#username", account.name());
        phone.page.fill("#password", account.secret());
        phone.page.click("button.main");
        phone.page.waitForURL(base + "/my");
        phone.page.waitForFunction(INSTALLED);
        return phone;
    }

    static Phone of(Browser browser, Patient patient) {
        return of(browser, patient, "en", ColorScheme.LIGHT, USUAL_WIDTH);
    }

    Page page() {
        return page;
    }

    /** Opens a page of the app, and waits until it is drawn. */
    Page open(String path) {
        page.navigate(base + path);
        page.locator("main h1").first().waitFor();
        return page;
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    /** Closes the app, and opens it again on the same telephone. */
    Page reopen(String path) {
        // Its scripts end first: while a page closes, what is emulated of the network may have ended already.
        page.navigate("about:blank");
        page.close();
        page = newPage();
        return open(path);
    }

    /** What is said at the top of what is sent and what waits. */
    Locator sending() {
        return page.locator(".sending");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Chooses a point of the scale that is shown. */
    void point(String score) {
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(score).setExact(true))
                .check();
    }

    /** Scripts that failed and rules of the page that were broken, content policy among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Content-Security-Policy")) {
                complaints.add(message.text());
            }
        });
        return opened;
    }
}
