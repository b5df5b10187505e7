package app.backtrack.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.BodySide;
import app.backtrack.events.ExerciseSide;
import app.backtrack.events.Questionnaire;
import app.backtrack.events.SkipReason;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.tracking.intake.FactDraft.ReportDraft;
import app.backtrack.tracking.intake.FactRules.Checked;
import app.backtrack.tracking.intake.QuestionnaireRequest.AnswerRequest;
import app.backtrack.tracking.intake.SelfCheckRequest.HoldsRequest;
import app.backtrack.tracking.intake.SessionRequest.ExerciseRequest;
import app.backtrack.tracking.intake.SessionRequest.SetRequest;
import app.backtrack.tracking.intake.SessionRequest.SkippedRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:30:00Z");
    private static final Instant ONSET = Instant.parse("2026-11-18T07:00:00Z");
    private static final LocalDate EARLIEST = LocalDate.of(2025, 9, 1);

    @Test
    void a_flare_ends_no_sooner_than_it_began_and_not_ahead_of_the_clock() {
        assertThat(pointers(flare(null))).isEmpty();
        assertThat(pointers(flare(LocalDate.of(2026, 11, 18)))).isEmpty();
        assertThat(pointers(flare(LocalDate.of(2026, 11, 20)))).isEmpty();
        assertThat(pointers(flare(LocalDate.of(2026, 11, 17)))).containsExactly("/endedOn");
        assertThat(pointers(flare(LocalDate.of(2026, 11, 21)))).containsExactly("/endedOn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "peg        | pain=10 enjoyment=0 activity=7 |",
                "peg        | pain=4                         |",
                "peg        | pain=11                        | /answers/0/score",
                "peg        | pain=4 pain=5                  | /answers/1/item",
                "peg        | total=4                        | /answers/0/item",
                "psfs       | a=1 b=2 c=10                   |",
                "psfs       | a=1 b=2 c=3 d=4 e=5            |",
                "psfs       | a=1 b=2                        | /answers",
                "psfs       | a=1 b=2 c=3 d=4 e=5 f=6        | /answers",
                "psfs       | a=1 b=2 c=11                   | /answers/2/score",
                "rmdq       | 1=0 24=1                       |",
                "rmdq       | 25=1                           | /answers/0/item",
                "rmdq       | 0=1                            | /answers/0/item",
                "rmdq       | 01=1                           | /answers/0/item",
                "rmdq       | 7=2                            | /answers/0/score",
                "odi        | total=100                      |",
                "odi        | 1=3                            | /answers/0/item",
                "odi        | total=3 total=4                | /answers",
                "start-back | total=9                        |",
                "start-back | total=10                       | /answers/0/score",
            })
    void each_questionnaire_has_its_own_items_and_range(
            String questionnaire, String answers, @Nullable String pointer) {
        List<String> pointers = pointers(answered(questionnaire, answers));

        if (pointer == null) {
            assertThat(pointers).isEmpty();
        } else {
            assertThat(pointers).contains(pointer);
        }
    }

    @Test
    void all_24_items_of_the_longest_questionnaire_are_taken() {
        List<AnswerRequest> all = IntStream.rangeClosed(1, 24)
                .mapToObj(item -> new AnswerRequest(Integer.toString(item), item % 2))
                .toList();

        assertThat(pointers(new QuestionnaireRequest(1, Questionnaire.RMDQ, all, ONSET, "UTC", null)))
                .isEmpty();
    }

    @Test
    void what_was_kept_needs_no_excuse() {
        assertThat(pointers(habit(false, SkipReason.NO_TIME))).isEmpty();
        assertThat(pointers(habit(false, null))).isEmpty();
        assertThat(pointers(habit(true, SkipReason.NO_TIME))).containsExactly("/why");
    }

    @Test
    void a_self_check_is_a_sign_or_a_hold_and_a_sign_that_was_not_seen_has_no_side() {
        HoldsRequest holds = new HoldsRequest(30, 25);

        assertThat(pointers(selfCheck(true, BodySide.LEFT, null))).isEmpty();
        assertThat(pointers(selfCheck(true, null, null))).isEmpty();
        assertThat(pointers(selfCheck(false, null, null))).isEmpty();
        assertThat(pointers(selfCheck(null, null, holds))).isEmpty();
        assertThat(pointers(selfCheck(null, null, null))).containsExactly("");
        assertThat(pointers(selfCheck(false, BodySide.LEFT, null))).containsExactly("/side");
        assertThat(pointers(selfCheck(null, BodySide.LEFT, holds))).containsExactly("/side");
        assertThat(pointers(selfCheck(true, null, holds))).containsExactly("/holds");
    }

    @Test
    void a_session_has_something_done_or_something_skipped() {
        SkippedRequest skipped = new SkippedRequest("bird-dog", SkipReason.PAIN);

        assertThat(pointers(session(List.of(), List.of(skipped)))).isEmpty();
        assertThat(pointers(session(List.of(), null))).containsExactly("/exercises");
        assertThat(pointers(session(List.of(), List.of()))).containsExactly("/exercises");
        assertThat(pointers(session(List.of(), List.of(skipped, skipped)))).containsExactly("/skipped/1/exercise");
    }

    @Test
    void an_exercise_stands_in_for_another_one() {
        assertThat(pointers(session(List.of(instead("side-plank", "front-plank")), null)))
                .isEmpty();
        assertThat(pointers(session(List.of(instead("side-plank", "side-plank")), null)))
                .containsExactly("/exercises/0/insteadOf");
    }

    private static ExerciseRequest instead(String exercise, String planned) {
        return new ExerciseRequest(
                exercise, planned, List.of(new SetRequest(ExerciseSide.LEFT, null, 30, null)), null, null);
    }

    private static SessionRequest session(List<ExerciseRequest> done, @Nullable List<SkippedRequest> skipped) {
        return new SessionRequest(1, done, skipped, ONSET, "UTC", null, null);
    }

    private static SelfCheckRequest selfCheck(
            @Nullable Boolean seen, @Nullable BodySide side, @Nullable HoldsRequest holds) {
        return new SelfCheckRequest(1, "sc-shoulder", seen, side, holds, ONSET, "UTC", null);
    }

    private static HabitCheckInRequest habit(boolean kept, @Nullable SkipReason why) {
        return new HabitCheckInRequest(1, "chk-sleep", kept, null, why, ONSET, "UTC", null);
    }

    private static FlareRequest flare(@Nullable LocalDate endedOn) {
        return new FlareRequest(1, true, true, false, ONSET, "Europe/Berlin", endedOn, null, null);
    }

    private static QuestionnaireRequest answered(String questionnaire, String answers) {
        List<AnswerRequest> read = Arrays.stream(answers.split(" "))
                .map(answer -> answer.split("="))
                .map(answer -> new AnswerRequest(answer[0], Integer.parseInt(answer[1])))
                .toList();
        Questionnaire which = Arrays.stream(Questionnaire.values())
                .filter(known -> known.wireName().equals(questionnaire))
                .findFirst()
                .orElseThrow();
        return new QuestionnaireRequest(1, which, read, ONSET, "UTC", null);
    }

    private static List<String> pointers(ReportRequest request) {
        return FactRules.check(new ReportDraft(UUID.randomUUID(), request), EARLIEST, NOW)
                        instanceof Checked.Flawed flawed
                ? flawed.flaws().stream().map(Flaw::pointer).toList()
                : List.of();
    }
}
