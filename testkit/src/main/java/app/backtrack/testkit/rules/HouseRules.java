package app.backtrack.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a class may touch, said by its name. Each module checks its own classes in one plain test;
 * {@code HouseRulesTest} shows of every rule that it fails when it is broken.
 */
public final class HouseRules {
    private static final List<String> PURE_SUFFIXES =
            List.of("Event", "Command", "Decider", "Projection", "View", "Rules", "Planner");
    private static final Set<String> BANNED_SUFFIXES =
            Set.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "Base", "Data", "Info");
    private static final String[] IMPURE_PACKAGES = {
        "jakarta..",
        "io.quarkus..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "com.mongodb..",
        "org.bson..",
        "org.jboss.logging..",
        "java.net.http..",
        "java.nio.file..",
        "java.util.concurrent.."
    };

    private static final Set<String> VERBS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final String CONFIG_MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String SHOWS = "app.backtrack.runtime.access.Shows";
    private static final String SYSTEM_SCOPE = "app.backtrack.runtime.access.SystemScope";

    private HouseRules() {}

    /**
     * Checks a module's compiled main classes.
     *
     * @param basePackage such as {@code app.backtrack.tracking}
     * @param seen simple names of some that have to be among them, or a wrong package would keep every rule
     * @throws AssertionError naming all rules that are broken, and where
     */
    public static void check(String basePackage, String... seen) {
        check(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
                        .importPackages(basePackage),
                basePackage,
                seen);
    }

    static void check(JavaClasses classes, String basePackage, String... seen) {
        Set<String> names = classes.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        String flaws = Stream.concat(
                        Stream.of(seen).filter(name -> !names.contains(name)).map(name -> "Not seen: " + name),
                        all(basePackage).values().stream()
                                .map(rule -> rule.evaluate(classes))
                                .filter(EvaluationResult::hasViolation)
                                .map(result -> result.getFailureReport().toString()))
                .collect(Collectors.joining("\n"));
        if (!flaws.isEmpty()) {
            throw new AssertionError(flaws);
        }
    }

    /** Every rule, by its name. */
    static Map<String, ArchRule> all(String basePackage) {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("pure classes do no input or output", pureClassesTouchNothing());
        rules.put("pure classes ask neither clock nor chance", pureClassesAskNeitherClockNorChance());
        rules.put("only the runtime speaks to Kafka", onlyTheRuntimeSpeaksToKafka());
        rules.put("only stores speak to MongoDB", onlyStoresSpeakToMongo());
        rules.put("features form no cycles", featuresFormNoCycles(basePackage));
        rules.put("injection is by constructor", injectionIsByConstructor());
        rules.put("endpoints say who may call them", endpointsSayWhoMayCallThem());
        rules.put("endpoints say whose data they show", endpointsSayWhoseDataTheyShow());
        rules.put("endpoints for clinic systems say their scope", endpointsForSystemsSayTheirScope());
        rules.put("names say what a class is for", namesSayWhatAClassIsFor());
        rules.put("settings check themselves", settingsCheckThemselves());
        return rules;
    }

    static ArchRule pureClassesTouchNothing() {
        return noClasses().that(arePure()).should().dependOnClassesThat(resideInAnyPackage(IMPURE_PACKAGES));
    }

    static ArchRule pureClassesAskNeitherClockNorChance() {
        return noClasses().that(arePure()).should(callClockOrChance());
    }

    static ArchRule onlyTheRuntimeSpeaksToKafka() {
        return noClasses()
                .that(not(resideInAPackage("app.backtrack.runtime.log")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."));
    }

    static ArchRule onlyStoresSpeakToMongo() {
        return noClasses()
                .that(not(resideInAPackage("app.backtrack.runtime..")))
                .and(not(named("…Store", HouseRules::isStore)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.mongodb.client..", "com.mongodb.bulk.."))
                .allowEmptyShould(true);
    }

    static ArchRule featuresFormNoCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule injectionIsByConstructor() {
        return fields().should().notBeAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true);
    }

    static ArchRule endpointsSayWhoMayCallThem() {
        return classes().should(protectEveryEndpoint());
    }

    /** By an annotation, or below a patient's path by reading, writing or taking back. */
    static ArchRule endpointsSayWhoseDataTheyShow() {
        return classes()
                .should(everyEndpoint(
                        "say whose data it shows",
                        method -> isAnnotated(method, SHOWS)
                                || path(method).contains("{patientId}") && !isAnnotated(method, "jakarta.ws.rs.POST")));
    }

    static ArchRule endpointsForSystemsSayTheirScope() {
        return classes()
                .should(everyEndpoint(
                        "say which scope a clinic system needs",
                        method -> !takesSystems(method) || method.getOwner().isAnnotatedWith(SYSTEM_SCOPE)));
    }

    static ArchRule namesSayWhatAClassIsFor() {
        return noClasses()
                .should()
                .haveNameMatching(".*(" + String.join("|", BANNED_SUFFIXES) + ")")
                .orShould()
                .haveNameMatching(".*\\.Abstract[^.]*");
    }

    /** By their converters: Bean Validation would make its factory once more at each start, for them alone. */
    static ArchRule settingsCheckThemselves() {
        return noClasses()
                .that(named("are settings", javaClass -> outermost(javaClass).isAnnotatedWith(CONFIG_MAPPING)))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.validation.."))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> arePure() {
        return named("are pure by their suffix", javaClass -> {
            String name = outermost(javaClass).getSimpleName();
            return PURE_SUFFIXES.stream().anyMatch(name::endsWith);
        });
    }

    private static boolean isStore(JavaClass javaClass) {
        return outermost(javaClass).getSimpleName().endsWith("Store");
    }

    private static JavaClass outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(HouseRules::outermost).orElse(javaClass);
    }

    private static DescribedPredicate<JavaClass> named(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static ArchCondition<JavaClass> callClockOrChance() {
        return new ArchCondition<>("ask a clock or chance") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                for (JavaCall<?> call : javaClass.getMethodCallsFromSelf()) {
                    String target = call.getTargetOwner().getName() + "." + call.getName();
                    boolean asks = target.matches("java\\.time\\..*\\.now")
                            || target.startsWith("java.time.Clock.")
                            || target.equals("java.time.ZoneId.systemDefault")
                            || target.equals("java.util.UUID.randomUUID")
                            || target.equals("java.lang.Math.random")
                            || target.matches("java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty)");
                    events.add(new SimpleConditionEvent(call, asks, call.getDescription()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> protectEveryEndpoint() {
        return everyEndpoint(
                "say who may call it",
                method -> method.isAnnotatedWith(ROLES_ALLOWED)
                        || method.isAnnotatedWith("jakarta.annotation.security.PermitAll"));
    }

    private static ArchCondition<JavaClass> everyEndpoint(String does, Predicate<JavaMethod> test) {
        return new ArchCondition<>("have every endpoint " + does) {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                javaClass.getMethods().stream()
                        .filter(method -> VERBS.stream().anyMatch(verb -> isAnnotated(method, "jakarta.ws.rs." + verb)))
                        .forEach(method -> events.add(new SimpleConditionEvent(
                                method, test.test(method), method.getFullName() + " is to " + does)));
            }
        };
    }

    private static boolean isAnnotated(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    private static String path(JavaMethod method) {
        return Stream.of(method.getOwner().tryGetAnnotationOfType(PATH), method.tryGetAnnotationOfType(PATH))
                .flatMap(Optional::stream)
                .map(path -> String.valueOf(path.get("value").orElse("")))
                .collect(Collectors.joining("/"));
    }

    private static boolean takesSystems(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(ROLES_ALLOWED),
                        method.getOwner().tryGetAnnotationOfType(ROLES_ALLOWED))
                .flatMap(Optional::stream)
                .flatMap(roles -> Arrays.stream((Object[]) roles.get("value").orElse(new String[0])))
                .anyMatch("clinic-system"::equals);
    }
}
