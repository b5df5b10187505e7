package app.backtrack.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.Account;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** A browser in which somebody who works for a clinic is signed in. */
final class Desk implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> failures = new ArrayList<>();

    private Desk(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            // That a request was refused is said there too, and is for the page to deal with.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                failures.add(message.text());
            }
        });
    }

    /** Signed in as somebody, in a window as wide as is asked for. */
    static Desk of(Browser browser, Clinic clinic, Account account, String language, ColorScheme colours, int width) {
        clinic.system().addAccounts(List.of(account));
        String base = clinic.system().urls().web().toString();
        Desk desk = new Desk(
                base,
                browser.newContext(
                        Browsers.window(width, 900).setLocale(language).setColorScheme(colours)));
        desk.page.navigate(base + "/sign-in?to=/clinic");
        desk.page.fill("#username", account.name());
        desk.page.fill("#password", account.secret());
        desk.page.click("button.main");
        desk.page.waitForURL(base + "/clinic");
        return desk;
    }

    /** The clinic's administrator, in English on a desktop. */
    static Desk ofAdmin(Browser browser, Clinic clinic) {
        return of(browser, clinic, admin(clinic), "en", ColorScheme.LIGHT, 1280);
    }

    static Account admin(Clinic clinic) {
        return Account.admin(clinic.id(), "admin-" + clinic.id());
    }

    Page page() {
        return page;
    }

    /** Opens a page, and waits until all of it is drawn. What leaving the page before cuts off is no failure. */
    Page open(String path) {
        assertNothingFailed();
        page.navigate(base + path);
        failures.clear();
        page.locator("main h1, main h2").first().waitFor();
        assertThat(page.locator("main .skeleton")).hasCount(0);
        return page;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Nothing is out of reach of somebody who cannot see or uses no mouse, nothing is cut off, no script failed. */
    void isSound() {
        Accessibility.holds(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing of %s lies beside the window", page.url())
                .isEqualTo(true);
        assertNothingFailed();
    }

    private void assertNothingFailed() {
        assertThat(failures).as("%s: %s", page.url(), failures).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
