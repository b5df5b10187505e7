package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundsTest {

    @ParameterizedTest(name = "{0} with {1} = {2}")
    @CsvSource({
        "PAIN_SCORE_RECORDED, /score, 11",
        "PAIN_SCORE_RECORDED, /score, -1",
        "PAIN_SCORE_RECORDED, /revision, 0",
        "PAIN_SCORE_RECORDED, /revision, 1001",
        "PAIN_SCORE_RETRACTED, /revision, 0",
        "RED_FLAG_SCREENED, /revision, 0",
        "RED_FLAG_SCREEN_RETRACTED, /revision, 1001",
        "SESSION_RETRACTED, /revision, 0",
        "SESSION_LOGGED, /revision, 0",
        "SESSION_LOGGED, /exercises/0/effort, 11",
        "SESSION_LOGGED, /exercises/0/pain, -1",
        "SESSION_LOGGED, /exercises/0/sets/0/reps, 1001",
        "SESSION_LOGGED, /exercises/0/sets/0/holdSeconds, 3601",
        "SESSION_LOGGED, /exercises/0/sets/0/loadGrams, -1",
        "PROGRAM_PRESCRIBED, /plan/weeks, 53",
        "PROGRAM_PRESCRIBED, /plan/items/1/frequency/times, 8",
        "PROGRAM_PRESCRIBED, /plan/items/4/frequency/times, 13",
        "PROGRAM_PRESCRIBED, /plan/items/4/frequency/hours/max, 13",
        "PROGRAM_PRESCRIBED, /plan/items/0/restSeconds, 601",
        "PROGRAM_PRESCRIBED, /plan/items/0/loadGrams, 500001",
        "PROGRAM_PRESCRIBED, /plan/items/0/sides/fewerReps, 0",
        "PROGRAM_PRESCRIBED, /plan/items/0/sides/lessGrams, 100001",
        "PROGRAM_PRESCRIBED, /plan/items/0/weeks/min, 0",
        "PROGRAM_PRESCRIBED, /plan/habits/0/fromWeek, 53",
        "HABIT_CHECKED_IN, /amount, 1441",
        "CARE_TIME_LOGGED, /minutes, 0",
        "CARE_TIME_LOGGED, /minutes, 481",
        "QUESTIONNAIRE_ANSWERED, /answers/0/score, 101",
        "PROGRAM_PRESCRIBED, /plan/items/0/sets/min, 0",
        "PROGRAM_PRESCRIBED, /plan/items/0/sets/min, 900",
    })
    void a_number_out_of_range_is_refused(EventType type, String pointer, int number) throws IOException {
        Sample<BacktrackEvent> sample = Sample.of(type, "full");
        ObjectNode json = PlainJson.object(sample.json());
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) json.at(place.head())).put(place.last().getMatchingProperty(), number);

        assertThatThrownBy(() -> sample.form().read(json.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
