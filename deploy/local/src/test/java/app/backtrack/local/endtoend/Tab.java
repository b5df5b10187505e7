package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;

/** A window of a browser with cookies of its own, in English, and what its console complained about. */
final class Tab implements AutoCloseable {
    private final LocalSystem system;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Tab(LocalSystem system, Browser browser, NewContextOptions options) {
        this.system = system;
        this.context = browser.newContext(options.setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A desktop's window, in light colours. */
    static Tab desktop(LocalSystem system, Browser browser) {
        return new Tab(system, browser, new NewContextOptions().setViewportSize(1280, 900));
    }

    /** A phone. */
    static Tab phone(LocalSystem system, Browser browser, ColorScheme colours) {
        return new Tab(
                system,
                browser,
                new NewContextOptions().setViewportSize(390, 844).setColorScheme(colours));
    }

    /** Signs in on the issuer's own page, as people do, and comes out at a page of ours. */
    Tab signIn(Account account, String path) {
        system.addAccounts(List.of(account));
        page.navigate(system.urls().web() + "/sign-in?to=" + path);
        page.locator("#username").fill(account.name());
        page.locator("#password").fill(account.secret());
        page.locator("button.main").click();
        page.waitForURL(url -> url.startsWith(system.urls().web().toString()));
        return this;
    }

    Tab open(String path) {
        page.navigate(system.urls().web() + path);
        return this;
    }

    Page page() {
        return page;
    }

    /** Waits until this text is seen, and gives where. */
    Locator sees(String text) {
        Locator found = page.getByText(text).first();
        found.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return found;
    }

    /** No rule of WCAG that a machine can check is broken, nothing is cut off, and the console is quiet. */
    void isSound(String what) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("accessibility of %s", what)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits its window", what)
                .isEqualTo(true);
        assertThat(complaints).as("console of %s", what).isEmpty();
    }

    BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
