package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCatalogTest {

    @Test
    void every_record_of_the_sealed_hierarchy_has_exactly_one_type() {
        assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::eventClass))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(BacktrackEvent.class).toList());
    }

    @Test
    void wire_names_are_unique() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::wireName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_wire_name_is_versioned_and_no_java_name(EventType type) {
        assertThat(type.wireName())
                .matches("app\\.backtrack\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*")
                .doesNotContain(
                        type.eventClass().getSimpleName(), type.eventClass().getName(), type.name());
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_found_by_its_wire_name_and_by_its_record(EventType type) throws IOException {
        assertThat(EventType.find(type.wireName())).contains(type);
        for (Sample sample : Sample.of(type)) {
            assertThat(EventType.of(sample.event())).isEqualTo(type);
        }
    }

    @Test
    void an_unknown_wire_name_is_not_found() {
        assertThat(EventType.find("app.backtrack.pain-score-recorded.v2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_type_has_a_full_and_a_minimal_sample(EventType type) {
        assertThat(Sample.of(type)).extracting(Sample::name).contains("full", "minimal");
    }

    @Test
    void no_sample_outlives_its_type() throws IOException {
        List<String> declared =
                Arrays.stream(EventType.values()).map(Sample::shortName).toList();
        try (Stream<Path> folders = Files.list(Sample.FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    @Test
    void topics_and_their_dead_letters_have_names_of_their_own() {
        assertThat(Arrays.stream(Topic.values()).flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName())))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+-events(\\.dead-letter)?"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted).flatMap(EventCatalogTest::leaves).distinct();
    }
}
