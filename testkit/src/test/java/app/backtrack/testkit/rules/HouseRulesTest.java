package app.backtrack.testkit.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseRulesTest {
    private static final String BROKEN = "app.backtrack.testkit.rules.broken";
    private static final Map<String, ArchRule> RULES = HouseRules.all(BROKEN);

    @ParameterizedTest
    @CsvSource({
        "pure classes do no input or output, one.ChattyRules",
        "pure classes ask neither clock nor chance, one.ClockDecider",
        "only the runtime speaks to Kafka, one.KafkaSmuggler",
        "only stores speak to MongoDB, one.MongoSmuggler",
        "features form no cycles, two.Second",
        "injection is by constructor, one.FieldInjected",
        "endpoints say who may call them, one.OpenResource",
        "endpoints say whose data they show, one.OpenResource",
        "endpoints for clinic systems say their scope, one.ScopelessResource",
        "names say what a class is for, one.EverythingManager",
        "settings check themselves, one.ValidatedConfig",
    })
    void each_rule_fails_on_a_class_that_breaks_it(String rule, String culprit) {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

        var result = requireNonNull(RULES.get(rule)).evaluate(broken);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(culprit);
    }

    @Test
    void all_that_is_broken_and_all_that_was_not_seen_is_said_at_once() {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

        assertThatThrownBy(() -> HouseRules.check(broken, BROKEN, "ClockDecider", "Nobody"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Not seen: Nobody", "one.ChattyRules", "one.EverythingManager")
                .hasMessageNotContaining("Not seen: ClockDecider");
    }

    @Test
    void every_rule_has_a_class_that_breaks_it() {
        assertThat(RULES).hasSize(11);
    }
}
