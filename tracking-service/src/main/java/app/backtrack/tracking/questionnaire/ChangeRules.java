package app.backtrack.tracking.questionnaire;

import app.backtrack.events.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a change of a score is more than noise, by what a source states for the questionnaire and direction, and
 * nothing where none does.
 *
 * <ul>
 *   <li>RMDQ: 5 points or 30 % of the start; ODI: 10 points or 30 %: minimal important change for improvement, by
 *       consensus (Ostelo et al., Spine 2008;33:90, doi 10.1097/BRS.0b013e31815e3a10).
 *   <li>PEG: 30 % of the start, the same consensus' proportion for pain and function, and IMMPACT's moderate relief
 *       (Dworkin et al., J Pain 2008;9:105, doi 10.1016/j.jpain.2007.09.005).
 *   <li>PSFS: 2 points in the mean, the least change that is detectable with 90 % confidence, in either direction
 *       (Stratford et al., Physiother Can 1995;47:258).
 *   <li>STarT Back: sorts patients into groups at the start; no change is stated.
 * </ul>
 */
final class ChangeRules {
    private static final int PERCENT = 30;
    private static final int RMDQ_POINTS = 5;
    private static final int ODI_POINTS = 10;
    private static final int PSFS_POINTS = 2;

    private ChangeRules() {}

    /** Whether more points mean that the patient fares better. */
    static boolean higherIsBetter(Questionnaire questionnaire) {
        return switch (questionnaire) {
            case PSFS -> true;
            case PEG, RMDQ, ODI, START_BACK -> false;
        };
    }

    /** The threshold and its source in words; null where none is stated. */
    static @Nullable String threshold(Questionnaire questionnaire) {
        return switch (questionnaire) {
            case PEG ->
                "improvement by 30 % of the start (Ostelo et al., Spine 2008;33:90; Dworkin et al., J Pain 2008;9:105)";
            case PSFS ->
                "2 points in the mean, detectable with 90 % confidence (Stratford et al., Physiother Can 1995;47:258)";
            case RMDQ -> "improvement by 5 points or 30 % of the start (Ostelo et al., Spine 2008;33:90)";
            case ODI -> "improvement by 10 points or 30 % of the start (Ostelo et al., Spine 2008;33:90)";
            case START_BACK -> null;
        };
    }

    /**
     * What a change means.
     *
     * @param start the score that is compared with
     * @param now a later score over the same items
     */
    static Meaning meaning(Questionnaire questionnaire, Score start, Score now) {
        int change = start.to(now).points();
        return switch (questionnaire) {
            case PEG -> lower(change, share(start, -change));
            case RMDQ -> lower(change, -change >= RMDQ_POINTS || share(start, -change));
            case ODI -> lower(change, -change >= ODI_POINTS || share(start, -change));
            case PSFS -> detectable(change, PSFS_POINTS * start.items());
            case START_BACK -> Meaning.NOT_STATED;
        };
    }

    /** The sources speak of improvement alone, so of a change for the worse nothing is said. */
    private static Meaning lower(int change, boolean enough) {
        if (change > 0) {
            return Meaning.NOT_STATED;
        }
        return change < 0 && enough ? Meaning.IMPROVED : Meaning.BELOW_THRESHOLD;
    }

    private static Meaning detectable(int change, int enough) {
        if (Math.abs(change) < enough) {
            return Meaning.BELOW_THRESHOLD;
        }
        return change > 0 ? Meaning.IMPROVED : Meaning.WORSENED;
    }

    private static boolean share(Score start, int fall) {
        return fall * 100 >= PERCENT * start.points();
    }
}
