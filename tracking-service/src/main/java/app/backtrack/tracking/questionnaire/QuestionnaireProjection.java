package app.backtrack.tracking.questionnaire;

import app.backtrack.events.FactKind;
import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.Questionnaire;
import app.backtrack.tracking.progress.DayReports.AnswersView;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.questionnaire.QuestionnaireSeries.Change;
import app.backtrack.tracking.questionnaire.QuestionnaireSeries.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays a patient's questionnaires out as series of scores. Of two on one date, the one with the lesser id is first. */
final class QuestionnaireProjection {

    private QuestionnaireProjection() {}

    /** A series for each questionnaire that was ever answered, in the enum's order. */
    static List<QuestionnaireSeries> series(ProgressView view) {
        Map<Questionnaire, List<Answered>> answered = new EnumMap<>(Questionnaire.class);
        view.weeks()
                .values()
                .forEach(week -> week.days()
                        .forEach((date, day) -> day.reported()
                                .questionnaires()
                                .forEach((id, answers) -> answered.computeIfAbsent(
                                                answers.questionnaire(), any -> new ArrayList<>())
                                        .add(Answered.of(date, id, answers)))));
        List<QuestionnaireSeries> series = new ArrayList<>();
        answered.forEach((questionnaire, all) -> series.add(new QuestionnaireSeries(
                questionnaire,
                ChangeRules.higherIsBetter(questionnaire),
                ChangeRules.threshold(questionnaire),
                all.stream().map(one -> one.entry(all)).toList())));
        return series;
    }

    /** A questionnaire with its score, if it has one. */
    private record Answered(
            LocalDate date,
            String eventId,
            Questionnaire questionnaire,
            List<ItemAnswer> answers,
            Optional<Score> score) {

        static Answered of(LocalDate date, UUID id, AnswersView view) {
            return new Answered(
                    date,
                    FactKind.QUESTIONNAIRE.wireName() + "/" + id + "/" + view.revision(),
                    view.questionnaire(),
                    view.answers(),
                    ScoreRules.score(view.questionnaire(), view.answers()));
        }

        /** As it is shown beside all others of its questionnaire, ascending. */
        Entry entry(List<Answered> all) {
            return new Entry(date, eventId, score.map(Score::value).orElse(null), answers, change(all));
        }

        private @Nullable Change change(List<Answered> all) {
            Answered first = all.stream()
                    .filter(other ->
                            other.score.isPresent() && ScoreRules.comparable(questionnaire, other.answers, answers))
                    .findFirst()
                    .orElse(this);
            if (first.equals(this) || score.isEmpty() || first.score.isEmpty()) {
                return null;
            }
            Score start = first.score.get();
            Score change = start.to(score.get());
            return new Change(
                    first.eventId,
                    change.value(),
                    start.points() == 0 ? null : 100.0 * change.points() / start.points(),
                    ChangeRules.meaning(questionnaire, start, score.get()));
        }
    }
}
