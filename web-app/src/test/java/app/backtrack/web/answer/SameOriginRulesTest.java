package app.backtrack.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SameOriginRulesTest {
    private static final String OURS = SameOriginRules.HEADER;

    @Test
    void our_own_pages_may_read_and_change() {
        assertThat(refuses("GET", Map.of("Sec-Fetch-Site", "same-origin"))).isFalse();
        assertThat(refuses("PUT", Map.of("Sec-Fetch-Site", "same-origin", OURS, "page")))
                .isFalse();
        assertThat(refuses("PUT", Map.of("Origin", "https://b.example", "Host", "b.example", OURS, "page")))
                .isFalse();
    }

    @Test
    void an_address_that_somebody_typed_may_be_read_and_changes_nothing() {
        assertThat(refuses("GET", Map.of("Sec-Fetch-Site", "none"))).isFalse();
        assertThat(refuses("POST", Map.of("Sec-Fetch-Site", "none", OURS, "page")))
                .isTrue();
    }

    @Test
    void another_site_may_do_neither() {
        assertThat(refuses("GET", Map.of("Sec-Fetch-Site", "cross-site"))).isTrue();
        assertThat(refuses("GET", Map.of("Sec-Fetch-Site", "same-site"))).isTrue();
        assertThat(refuses("PUT", Map.of("Sec-Fetch-Site", "same-site", OURS, "page")))
                .isTrue();
        assertThat(refuses("PUT", Map.of("Origin", "https://evil.example", "Host", "b.example", OURS, "page")))
                .isTrue();
        assertThat(refuses("PUT", Map.of("Origin", "null", "Host", "b.example", OURS, "page")))
                .isTrue();
        assertThat(refuses("PUT", Map.of("Origin", "not an origin", "Host", "b.example", OURS, "page")))
                .isTrue();
    }

    @Test
    void a_change_without_our_header_is_refused_wherever_it_comes_from() {
        assertThat(refuses("POST", Map.of("Sec-Fetch-Site", "same-origin"))).isTrue();
        assertThat(refuses("DELETE", Map.of())).isTrue();
        assertThat(refuses("POST", Map.of("Sec-Fetch-Site", "same-origin", OURS, "form")))
                .isTrue();
    }

    private static boolean refuses(String method, Map<String, String> headers) {
        return SameOriginRules.refuses(method, headers::get);
    }
}
