package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WireNameTest {

    @ParameterizedTest
    @MethodSource("enums")
    void names_are_lower_case_words_and_unique_in_their_list(Class<?> type) {
        assertThat(Arrays.stream(type.getEnumConstants()).map(constant -> ((WireName) constant).wireName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void json_carries_the_wire_name_and_no_java_name(Class<?> type) throws Exception {
        for (Object constant : type.getEnumConstants()) {
            String json = new String(EventJson.write(constant), StandardCharsets.UTF_8);

            assertThat(json).isEqualTo('"' + ((WireName) constant).wireName() + '"');
            assertThat(EventJson.read(json.getBytes(StandardCharsets.UTF_8), type))
                    .isEqualTo(constant);
        }
    }

    @Test
    void a_constant_is_found_by_its_wire_name_only() {
        assertThat(WireName.find(PainContext.class, "average-24h")).contains(PainContext.AVERAGE_24H);
        assertThat(WireName.find(PainContext.class, "AVERAGE_24H")).isEmpty();
    }

    @Test
    void the_search_for_enums_found_some() {
        assertThat(enums()).contains(RedFlag.class, Severity.class);
    }

    static Stream<Class<?>> enums() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("app.backtrack.events").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(WireName.class))
                        .map(JavaClass::reflect);
    }
}
