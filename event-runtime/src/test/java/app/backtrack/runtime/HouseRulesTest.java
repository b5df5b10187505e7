package app.backtrack.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.rules.HouseRules;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseRulesTest {
    private static final String PACKAGE = "app.backtrack.runtime";
    private static final JavaClasses CLASSES = HouseRules.mainClasses(PACKAGE);

    @TestFactory
    Stream<DynamicTest> every_house_rule_holds() {
        return HouseRules.all(PACKAGE).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @Test
    void the_rules_saw_the_settings() {
        assertThat(CLASSES).extracting(JavaClass::getSimpleName).contains("LogConfig", "LimitConfig");
    }
}
