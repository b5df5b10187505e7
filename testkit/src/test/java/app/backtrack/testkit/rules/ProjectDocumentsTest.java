package app.backtrack.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectDocumentsTest {
    private static final Path ROOT = ProjectRoot.find();
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void links_lead_somewhere() {
        List<String> documents = files(".md");

        assertThat(documents).contains("README.md", "docs/guarantees.md");
        assertThat(documents.stream().flatMap(ProjectDocumentsTest::brokenLinks))
                .isEmpty();
    }

    @Test
    void a_link_to_nowhere_is_found() {
        assertThat(brokenLinks("README.md", "[a](no-such-file.md) [b](docs/clinical.md#no-such-heading) [c](LICENSE)"))
                .containsExactly("README.md: (no-such-file.md)", "README.md: (docs/clinical.md#no-such-heading)");
    }

    @Test
    void the_readme_stays_short() {
        assertThat(text("README.md").lines()).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void decisions_are_numbered_one_after_the_other() {
        List<String> decisions = files(".md").stream()
                .filter(name -> name.startsWith("docs/adr/"))
                .sorted()
                .toList();

        assertThat(decisions).isNotEmpty();
        assertThat(decisions.stream().map(name -> name.substring("docs/adr/".length(), "docs/adr/0001".length())))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, decisions.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    @Test
    void every_test_that_a_guarantee_names_is_there() {
        Set<String> tests = files(".java").stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".java".length()))
                .collect(Collectors.toSet());
        List<String> named = TEST_CLASS
                .matcher(text("docs/guarantees.md"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).isNotEmpty().allMatch(tests::contains);
    }

    private static Stream<String> brokenLinks(String document) {
        return brokenLinks(document, text(document));
    }

    private static Stream<String> brokenLinks(String document, String text) {
        return LINK.matcher(text)
                .results()
                .filter(link -> !leadsSomewhere(document, link))
                .map(link -> document + ": " + link.group().substring(1));
    }

    private static boolean leadsSomewhere(String document, MatchResult link) {
        Path target = link.group(1).isEmpty()
                ? ROOT.resolve(document)
                : ROOT.resolve(document).resolveSibling(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null
                        || HEADING.matcher(text(ROOT.relativize(target).toString()))
                                .results()
                                .anyMatch(heading -> anchor(heading.group(1)).equals(link.group(2))));
    }

    /** What GitHub makes of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    private static String text(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's own files, without what a build or a run has made. */
    private static List<String> files(String ending) {
        try (Stream<Path> all = Files.find(
                ROOT,
                20,
                (path, attributes) ->
                        attributes.isRegularFile() && path.toString().endsWith(ending))) {
            return all.map(path -> ROOT.relativize(path).toString())
                    .filter(name -> !name.matches("(.*/)?(target|\\.[^/]+)/.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
