package app.backtrack.events;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.broken.LooseEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The rules of this module, each shown to fail on a class that breaks it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final JavaClasses CONTRACTS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("app.backtrack.events");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("app.backtrack.events.broken");

    @Test
    void contracts_know_only_json_and_cloud_events() {
        assertThat(violations(knowOnlyJsonAndCloudEvents(), CONTRACTS)).isEmpty();
        assertThat(violations(knowOnlyJsonAndCloudEvents(), BROKEN))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("FrameworkBoundEvent"));
    }

    @Test
    void events_are_records() {
        assertThat(violations(areRecords(BacktrackEvent.class), CONTRACTS)).isEmpty();
        assertThat(violations(areRecords(LooseEvent.class), BROKEN))
                .singleElement()
                .asString()
                .contains("MutableEvent");
    }

    @Test
    void contracts_ask_no_clock_and_no_chance() {
        assertThat(violations(askNoClockAndNoChance(), CONTRACTS)).isEmpty();
        assertThat(violations(askNoClockAndNoChance(), BROKEN))
                .singleElement()
                .asString()
                .contains("MutableEvent");
    }

    @Test
    void the_scan_found_the_events() {
        assertThat(CONTRACTS.stream().map(JavaClass::getName))
                .contains(PainEvent.PainScoreRecorded.class.getName(), EventCodec.class.getName())
                .noneMatch(name -> name.endsWith("Test"));
    }

    /** No Kafka, Mongo, Quarkus or Jakarta; an open list of what is allowed keeps out the next one as well. */
    private static ArchRule knowOnlyJsonAndCloudEvents() {
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "app.backtrack.events..",
                        "com.fasterxml.jackson..",
                        "io.cloudevents..",
                        "org.jspecify.annotations"));
    }

    private static ArchRule areRecords(Class<?> root) {
        return classes()
                .that(assignableTo(root))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords();
    }

    private static ArchRule askNoClockAndNoChance() {
        return noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        nameMatching("now|systemUTC|systemDefaultZone|currentTimeMillis|nanoTime|randomUUID|random")));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
