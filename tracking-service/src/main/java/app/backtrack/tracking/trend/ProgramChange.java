package app.backtrack.tracking.trend;

import app.backtrack.events.WireName;
import app.backtrack.tracking.statistics.Rounding;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How far pain has come since the program's baseline. Decides milestones and reviews, never the verdict.
 *
 * @param points current − baseline in NRS points, −10 to 10; negative is less pain
 * @param percent the same in percent of the baseline; null where the baseline is 0
 * @param relief what the percentage is called; null where there is none
 */
public record ProgramChange(
        double points, @Nullable Double percent, @Nullable Relief relief) {

    static ProgramChange between(Level baseline, Level current) {
        double points = current.minus(baseline);
        if (baseline.mean() == 0) {
            return new ProgramChange(points, null, null);
        }
        double percent = Rounding.nineDecimals(100 * points / baseline.mean());
        return new ProgramChange(points, percent, Relief.of(percent));
    }

    /**
     * The words for a relief of pain in percent. Source: the IMMPACT recommendations, Dworkin 2008, J Pain 9:105, doi
     * 10.1016/j.jpain.2007.09.005.
     */
    public enum Relief implements WireName {
        /** Less than 30 %. */
        NONE("none"),
        /** At least 30 %. */
        MODERATE("moderate"),
        /** At least 50 %. */
        SUBSTANTIAL("substantial");

        private static final double MODERATE_PERCENT = -30;
        private static final double SUBSTANTIAL_PERCENT = -50;

        private final String wireName;

        Relief(String wireName) {
            this.wireName = wireName;
        }

        static Relief of(double percent) {
            if (percent <= SUBSTANTIAL_PERCENT) {
                return SUBSTANTIAL;
            }
            return percent <= MODERATE_PERCENT ? MODERATE : NONE;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
