package app.backtrack.tracking.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.Questionnaire;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.questionnaire.QuestionnaireSeries.Change;
import app.backtrack.tracking.questionnaire.QuestionnaireSeries.Entry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnaireProjectionTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    @Test
    void changes_are_against_the_first_score_and_name_its_event() {
        List<QuestionnaireSeries> series = series(
                answered(1, 1, FIRST, Questionnaire.PEG, "pain=6 enjoyment=6 activity=8"),
                answered(2, 1, FIRST.plusWeeks(4), Questionnaire.PEG, "pain=4 enjoyment=5 activity=6"),
                answered(3, 1, FIRST.plusWeeks(6), Questionnaire.PEG, "pain=4 enjoyment=4 activity=6"));

        assertThat(series).hasSize(1);
        assertThat(series.getFirst().entries())
                .extracting(Entry::change)
                .containsExactly(
                        null,
                        new Change("questionnaire/" + Facts.id(1) + "/1", -5.0 / 3, -25.0, Meaning.BELOW_THRESHOLD),
                        new Change("questionnaire/" + Facts.id(1) + "/1", -2.0, -30.0, Meaning.IMPROVED));
    }

    @Test
    void an_answer_without_all_items_is_shown_without_a_score_and_is_nobodys_start() {
        List<Entry> entries = series(
                        answered(1, 1, FIRST, Questionnaire.PEG, "pain=9"),
                        answered(2, 1, FIRST.plusWeeks(4), Questionnaire.PEG, "pain=4 enjoyment=5 activity=6"))
                .getFirst()
                .entries();

        assertThat(entries).extracting(Entry::score).containsExactly(null, 5.0);
        assertThat(entries).extracting(Entry::change).containsExactly(null, null);
    }

    @Test
    void a_mean_over_other_activities_begins_anew() {
        List<Entry> entries = series(
                        answered(1, 1, FIRST, Questionnaire.PSFS, "a=1 b=2 c=3"),
                        answered(2, 1, FIRST.plusWeeks(2), Questionnaire.PSFS, "a=1 b=2 d=9"),
                        answered(3, 1, FIRST.plusWeeks(4), Questionnaire.PSFS, "c=5 b=4 a=3"))
                .getFirst()
                .entries();

        assertThat(entries)
                .extracting(Entry::change)
                .containsExactly(
                        null, null, new Change("questionnaire/" + Facts.id(1) + "/1", 2.0, 100.0, Meaning.IMPROVED));
    }

    @Test
    void the_winning_revision_counts_and_is_the_one_that_is_named() {
        List<Entry> entries = series(
                        answered(1, 1, FIRST, Questionnaire.ODI, "total=90"),
                        answered(1, 2, FIRST, Questionnaire.ODI, "total=40"))
                .getFirst()
                .entries();

        assertThat(entries).extracting(Entry::eventId).containsExactly("questionnaire/" + Facts.id(1) + "/2");
        assertThat(entries).extracting(Entry::score).containsExactly(40.0);
    }

    @Test
    void no_percentage_is_made_up_from_a_start_of_0() {
        Change change = series(
                        answered(1, 1, FIRST, Questionnaire.ODI, "total=0"),
                        answered(2, 1, FIRST.plusDays(1), Questionnaire.ODI, "total=4"))
                .getFirst()
                .entries()
                .getLast()
                .change();

        assertThat(change).isEqualTo(new Change("questionnaire/" + Facts.id(1) + "/1", 4.0, null, Meaning.NOT_STATED));
    }

    private static List<QuestionnaireSeries> series(QuestionnaireAnswered... facts) {
        return QuestionnaireProjection.series(ProgressProjection.foldAll(
                CareView.EMPTY, Arrays.stream(facts).map(Facts::entry).toList()));
    }

    private static QuestionnaireAnswered answered(
            int n, int revision, LocalDate date, Questionnaire questionnaire, String answers) {
        return new QuestionnaireAnswered(
                Facts.id(n),
                revision,
                questionnaire,
                Arrays.stream(answers.split(" "))
                        .map(answer -> answer.split("="))
                        .map(answer -> new ItemAnswer(answer[0], Integer.parseInt(answer[1])))
                        .toList(),
                date.atTime(12, 0).toInstant(ZoneOffset.UTC),
                "UTC",
                date,
                revision == 1 ? null : AmendmentReason.WRONG_VALUE);
    }
}
