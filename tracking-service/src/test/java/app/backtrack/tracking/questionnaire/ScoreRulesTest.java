package app.backtrack.tracking.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.Questionnaire;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreRulesTest {

    @Test
    void peg_is_the_mean_of_its_three_items_and_needs_them_all() {
        assertThat(value(Questionnaire.PEG, "pain=6 enjoyment=5 activity=8")).isEqualTo(19.0 / 3);
        assertThat(ScoreRules.score(Questionnaire.PEG, answers("pain=6 enjoyment=5")))
                .isEmpty();
    }

    @Test
    void psfs_is_the_mean_of_the_patients_activities() {
        assertThat(value(Questionnaire.PSFS, "stairs=2 lifting=4 sleep=3 garden=6"))
                .isEqualTo(3.75);
    }

    @Test
    void rmdq_is_the_sum_of_all_24_items() {
        List<ItemAnswer> all = IntStream.rangeClosed(1, 24)
                .mapToObj(item -> new ItemAnswer(Integer.toString(item), item <= 9 ? 1 : 0))
                .toList();

        assertThat(ScoreRules.score(Questionnaire.RMDQ, all)).contains(new Score(9, 1));
        assertThat(ScoreRules.score(Questionnaire.RMDQ, all.subList(0, 23))).isEmpty();
    }

    @Test
    void of_licensed_ones_the_total_is_the_score() {
        assertThat(value(Questionnaire.ODI, "total=42")).isEqualTo(42.0);
        assertThat(value(Questionnaire.START_BACK, "total=5")).isEqualTo(5.0);
    }

    @ParameterizedTest
    @CsvSource({
        "peg, 20, 3, 14, 3, IMPROVED",
        "peg, 20, 3, 15, 3, BELOW_THRESHOLD",
        "peg, 20, 3, 20, 3, BELOW_THRESHOLD",
        "peg, 0, 3, 0, 3, BELOW_THRESHOLD",
        "peg, 14, 3, 20, 3, NOT_STATED",
        "rmdq, 20, 1, 15, 1, IMPROVED",
        "rmdq, 20, 1, 16, 1, BELOW_THRESHOLD",
        "rmdq, 10, 1, 7, 1, IMPROVED",
        "rmdq, 10, 1, 8, 1, BELOW_THRESHOLD",
        "rmdq, 7, 1, 17, 1, NOT_STATED",
        "odi, 60, 1, 50, 1, IMPROVED",
        "odi, 60, 1, 51, 1, BELOW_THRESHOLD",
        "odi, 20, 1, 14, 1, IMPROVED",
        "psfs, 9, 3, 15, 3, IMPROVED",
        "psfs, 9, 3, 14, 3, BELOW_THRESHOLD",
        "psfs, 15, 3, 9, 3, WORSENED",
        "start-back, 9, 1, 0, 1, NOT_STATED",
    })
    void a_change_matters_from_the_threshold_that_a_source_states(
            String name, int start, int items, int now, int sameItems, Meaning meaning) {
        Questionnaire questionnaire = Arrays.stream(Questionnaire.values())
                .filter(known -> known.wireName().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(ChangeRules.meaning(questionnaire, new Score(start, items), new Score(now, sameItems)))
                .isEqualTo(meaning);
    }

    @Property
    void a_mean_lies_between_the_least_and_the_most_answer(
            @ForAll @Size(min = 3, max = 5) List<@IntRange(max = 10) Integer> points) {
        List<ItemAnswer> answers = IntStream.range(0, points.size())
                .mapToObj(i -> new ItemAnswer("activity-" + i, points.get(i)))
                .toList();

        double value =
                ScoreRules.score(Questionnaire.PSFS, answers).orElseThrow().value();

        assertThat(value)
                .isBetween(
                        points.stream().mapToDouble(p -> p).min().orElseThrow(),
                        points.stream().mapToDouble(p -> p).max().orElseThrow());
    }

    private static double value(Questionnaire questionnaire, String answers) {
        return ScoreRules.score(questionnaire, answers(answers)).orElseThrow().value();
    }

    private static List<ItemAnswer> answers(String text) {
        return Arrays.stream(text.split(" "))
                .map(answer -> answer.split("="))
                .map(answer -> new ItemAnswer(answer[0], Integer.parseInt(answer[1])))
                .toList();
    }
}
