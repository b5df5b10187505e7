package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What of a page is out of reach of somebody who cannot see, or not well, or uses no mouse: WCAG 2.2 up to AA. */
final class Accessibility {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int NODES_NAMED = 5;

    private Accessibility() {}

    /** As the page is shown first: what is scrolled half under a bar that stays in place can be scrolled out again. */
    static void holds(Page page) {
        page.evaluate("window.scrollTo(0, 0)");
        List<String> violations = rules(page).analyze().getViolations().stream()
                .flatMap(Accessibility::named)
                .toList();
        assertThat(violations).as("%s", page.url()).isEmpty();
    }

    /**
     * In the page itself and for what is wrong alone, which takes a third of the time. Frames of other sites would be
     * left out so; our pages have none.
     */
    private static AxeBuilder rules(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).withTags(RULES);
    }

    private static Stream<String> named(Rule violation) {
        return violation.getNodes().stream()
                .limit(NODES_NAMED)
                .map(node -> violation.getId() + " " + node.getTarget() + " " + node.getFailureSummary());
    }
}
