package app.backtrack.tracking.insight;

import app.backtrack.tracking.trend.Window;

/**
 * What a clinic can change about the rules.
 *
 * @param worseningWeeks the window whose verdict tells of worsening, 4 to 12 weeks: short, so that it is told early
 * @param improvementWeeks the window whose verdict tells of improvement and milestones, 4 to 12 weeks: long, because
 *     less pain is expected from week 4 to 6 on only, and a relapse should not be read as news
 */
public record Settings(int worseningWeeks, int improvementWeeks) {

    /** As shipped. */
    public static final Settings DEFAULT = new Settings(Window.SHORTEST_WEEKS, Window.LONGEST_WEEKS);
}
