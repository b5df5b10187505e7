package app.backtrack.local.endtoend;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** A window of a browser with cookies of its own, in English. */
final class Tab implements AutoCloseable {
    private final LocalSystem system;
    private final BrowserContext context;
    private final Page page;

    private Tab(LocalSystem system, Browser browser) {
        this.system = system;
        this.context = browser.newContext(Browsers.window(1280, 900).setLocale("en-GB"));
        this.page = context.newPage();
    }

    /** A desktop's window, in light colours. */
    static Tab desktop(LocalSystem system, Browser browser) {
        return new Tab(system, browser);
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

    BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
