package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members that are each of their type can contradict one another; what contradicts itself is no event. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContradictionTest {

    @ParameterizedTest(name = "{0}/{1} with {2} = {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"times-per-week\"}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"daily\",\"times\":3}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"weekdays\"}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"weekdays\",\"weekdays\":[]}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"daily\",\"weekdays\":[\"monday\"]}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"every-few-hours\",\"times\":3}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"every-few-hours\",\"hours\":{\"min\":2,\"max\":3}}",
                "PROGRAM_PAUSED|full|/plan/items/1/frequency|{\"repetition\":\"every-other-day\",\"hours\":{\"min\":2,\"max\":3}}",
                "PROGRAM_PAUSED|full|/plan/items/1/sides|{\"rule\":\"each\",\"weaker\":\"left\"}",
                "PROGRAM_PAUSED|full|/plan/items/1/sides|{\"rule\":\"left\",\"fewerReps\":1}",
                "PROGRAM_PAUSED|full|/plan/items/1/sides|{\"rule\":\"two-sided\",\"lessGrams\":500}",
                "PROGRAM_PAUSED|full|/plan/items/1/sides|{\"rule\":\"weaker-first\"}",
                "PROGRAM_PAUSED|full|/plan/items/1/sides|{\"rule\":\"weaker-first\",\"weaker\":\"both\"}",
                "PROGRAM_PAUSED|full|/plan/items|[]",
                "SELF_CHECK_RECORDED|full-sign|/holds|{\"leftSeconds\":1,\"rightSeconds\":1}",
                "SELF_CHECK_RECORDED|full-hold|/seen|true",
                "SESSION_LOGGED|minimal|/exercises|[]",
                "QUESTIONNAIRE_ANSWERED|minimal|/answers|[]",
                "RED_FLAG_CLOSED|minimal|/screens|[]"
            })
    void what_contradicts_itself_is_refused_by_reader_and_schema(
            EventType type, String sample, String pointer, String value) throws IOException {
        ObjectNode json = changed(type, sample, pointer, value);

        assertRefused(type, json);
        assertThat(Schemas.flaws(type.schemaResource(), PlainJson.bytes(json))).isNotEmpty();
    }

    /** JSON Schema has no words for these. */
    @ParameterizedTest(name = "{0}/{1} with {2} = {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PROGRAM_PAUSED|full|/plan/items/0/weeks|{\"min\":7,\"max\":6}",
                "FLARE_DECLARED|full|/endedOn|\"2026-11-17\"",
                "QUESTIONNAIRE_ANSWERED|full|/answers|[{\"item\":\"pain\",\"score\":1},{\"item\":\"pain\",\"score\":2}]"
            })
    void what_no_schema_can_say_is_refused_by_the_reader(EventType type, String sample, String pointer, String value)
            throws IOException {
        assertRefused(type, changed(type, sample, pointer, value));
    }

    private static ObjectNode changed(EventType type, String sample, String pointer, String value) throws IOException {
        ObjectNode json = PlainJson.object(Sample.of(type, sample).json());
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) json.at(place.head()))
                .set(
                        place.last().getMatchingProperty(),
                        PlainJson.object(("{\"x\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                                .get("x"));
        return json;
    }

    private static void assertRefused(EventType type, ObjectNode json) {
        assertThatThrownBy(() -> type.form().read(PlainJson.bytes(json))).isInstanceOf(IOException.class);
    }
}
