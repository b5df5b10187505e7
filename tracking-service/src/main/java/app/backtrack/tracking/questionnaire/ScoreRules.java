package app.backtrack.tracking.questionnaire;

import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.Questionnaire;
import java.util.List;
import java.util.Optional;

/**
 * Scores questionnaires as their authors do; {@link Questionnaire} names the sources. An item without an answer is not
 * made up: PEG needs its three items and RMDQ all 24, else there is no score.
 */
final class ScoreRules {
    private static final int PEG_ITEMS = 3;
    private static final int RMDQ_ITEMS = 24;

    private ScoreRules() {}

    /**
     * The score of some answers.
     *
     * @param answers those of one questionnaire, each item once
     * @return empty where items are missing
     */
    static Optional<Score> score(Questionnaire questionnaire, List<ItemAnswer> answers) {
        int points = answers.stream().mapToInt(ItemAnswer::score).sum();
        int count = answers.size();
        return switch (questionnaire) {
            case PEG -> count == PEG_ITEMS ? Optional.of(new Score(points, PEG_ITEMS)) : Optional.empty();
            case PSFS -> count > 0 ? Optional.of(new Score(points, count)) : Optional.empty();
            case RMDQ -> count == RMDQ_ITEMS ? Optional.of(new Score(points, 1)) : Optional.empty();
            case ODI, START_BACK -> count == 1 ? Optional.of(new Score(points, 1)) : Optional.empty();
        };
    }

    /**
     * Whether two answers may be compared. PSFS asks for the patient's own activities, and a mean over others is
     * another measure.
     */
    static boolean comparable(Questionnaire questionnaire, List<ItemAnswer> one, List<ItemAnswer> other) {
        return switch (questionnaire) {
            case PSFS -> items(one).equals(items(other));
            case PEG, RMDQ, ODI, START_BACK -> true;
        };
    }

    private static List<String> items(List<ItemAnswer> answers) {
        return answers.stream().map(ItemAnswer::item).sorted().toList();
    }
}
