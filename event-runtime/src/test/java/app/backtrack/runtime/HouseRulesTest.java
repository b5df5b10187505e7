package app.backtrack.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.rules.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseRulesTest {
    private static final String BASE = "app.backtrack.runtime";

    @Test
    void the_runtime_keeps_the_rules_of_the_house() {
        JavaClasses classes = HouseRules.mainClasses(BASE);

        assertThat(classes.contain(BASE + ".log.LogConfig")).isTrue();
        HouseRules.all(BASE).values().forEach(rule -> rule.check(classes));
    }
}
