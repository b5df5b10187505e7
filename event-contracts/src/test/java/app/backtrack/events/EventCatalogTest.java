package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCatalogTest {

    @Test
    void every_record_of_the_sealed_hierarchy_has_exactly_one_type() {
        assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::eventClass))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(BacktrackEvent.class).toList());
    }

    @Test
    void every_event_of_a_clinic_has_exactly_one_type() {
        assertThat(Arrays.stream(ClinicEventType.values())
                        .<Class<?>>map(type -> type.form().eventClass()))
                .containsExactlyInAnyOrderElementsOf(leaves(ClinicEvent.class).toList());
    }

    @Test
    void wire_names_are_unique() {
        assertThat(Sample.forms().map(WireForm::wireName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#forms")
    void a_wire_name_is_versioned_and_no_java_name(WireForm<?> form) {
        assertThat(form.wireName())
                .matches("app\\.backtrack\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*")
                .doesNotContain(
                        form.eventClass().getSimpleName(), form.eventClass().getName());
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_found_by_each_of_its_wire_names_and_by_its_record(EventType type) throws IOException {
        for (WireForm<BacktrackEvent> form : type.forms()) {
            assertThat(EventType.find(form.wireName())).contains(form);
            for (Sample<BacktrackEvent> sample : Sample.of(form)) {
                assertThat(EventType.of(sample.event())).isEqualTo(type);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_clinic_s_type_is_found_by_its_wire_name_and_by_its_record(ClinicEventType type) throws IOException {
        assertThat(ClinicEventType.find(type.form().wireName())).contains(type.form());
        for (Sample<ClinicEvent> sample : Sample.of(type.form())) {
            assertThat(ClinicEventType.of(sample.event())).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_written_under_its_latest_version(EventType type) {
        assertThat(type.forms()).first().isEqualTo(type.form()).matches(WireForm::isCurrent);
        assertThat(type.forms().stream().skip(1)).allMatch(form -> !form.isCurrent());
        assertThat(type.forms()).extracting(EventCatalogTest::version).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void an_unknown_wire_name_is_not_found() {
        assertThat(EventType.find("app.backtrack.pain-score-recorded.v2")).isEmpty();
        assertThat(ClinicEventType.find("app.backtrack.pain-score-recorded.v1")).isEmpty();
        assertThat(EventType.find("app.backtrack.clinic-settings-changed.v1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#forms")
    void every_form_has_a_full_and_a_minimal_sample(WireForm<?> form) {
        assertThat(Sample.of(form)).anyMatch(sample -> sample.isCase("full"));
        assertThat(Sample.of(form)).anyMatch(sample -> sample.isCase("minimal"));
    }

    @Test
    void no_sample_outlives_its_form() throws IOException {
        List<String> declared = Sample.forms().map(WireForm::toString).toList();
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

    private static int version(WireForm<?> form) {
        return Integer.parseInt(form.wireName().substring(form.wireName().lastIndexOf('v') + 1));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted).flatMap(EventCatalogTest::leaves).distinct();
    }
}
