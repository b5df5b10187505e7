package app.backtrack.local.cache;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.cache.CacheKey.Jar;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CacheKeyTest {
    private static final Jar APP = new Jar("/app/app.jar", 1_000, 1_700_000_000);
    private static final Jar LIBRARY = new Jar("/app/lib.jar", 2_000, 1_700_000_001);
    private static final CacheKey KEY = key("25+36", List.of("-Xmx1m", "-Xms1m"), APP, LIBRARY);

    @Test
    void the_same_start_has_the_same_key_in_whatever_order_its_jars_are_listed() {
        assertThat(KEY.text()).matches("[0-9a-f]{20}");
        assertThat(key("25+36", List.of("-Xmx1m", "-Xms1m"), LIBRARY, APP).text())
                .isEqualTo(KEY.text());
    }

    @Test
    void another_jdk_has_another_key() {
        assertThat(key("25.0.1+8", List.of("-Xmx1m", "-Xms1m"), APP, LIBRARY).text())
                .isNotEqualTo(KEY.text());
    }

    @Test
    void flags_that_are_others_or_come_in_another_order_have_another_key() {
        assertThat(List.of(
                        KEY.text(),
                        key("25+36", List.of("-Xmx1m"), APP, LIBRARY).text(),
                        key("25+36", List.of("-Xms1m", "-Xmx1m"), APP, LIBRARY).text(),
                        key("25+36", List.of("-Xmx1m\n-Xms1m"), APP, LIBRARY).text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_jar_that_is_new_gone_larger_younger_or_elsewhere_has_another_key() {
        List<String> flags = List.of("-Xmx1m", "-Xms1m");
        assertThat(List.of(
                        KEY.text(),
                        key("25+36", flags, APP).text(),
                        key("25+36", flags, APP, LIBRARY, new Jar("/app/new.jar", 1, 1))
                                .text(),
                        key("25+36", flags, APP, new Jar("/app/lib.jar", 2_001, 1_700_000_001))
                                .text(),
                        key("25+36", flags, APP, new Jar("/app/lib.jar", 2_000, 1_700_000_002))
                                .text(),
                        key("25+36", flags, APP, new Jar("/other/lib.jar", 2_000, 1_700_000_001))
                                .text()))
                .doesNotHaveDuplicates();
    }

    private static CacheKey key(String jdk, List<String> flags, Jar... jars) {
        return new CacheKey(jdk, flags, List.of(jars));
    }
}
