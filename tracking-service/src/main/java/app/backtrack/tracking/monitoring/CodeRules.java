package app.backtrack.tracking.monitoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which thresholds of the US codes for remote therapeutic monitoring of the musculoskeletal system are reached: in
 * days 98975 (set-up, 2 or more), 98985 (2 to 15) and 98977 (16 to 30), in minutes of a calendar month 98979 (the first
 * 10), 98980 (the first 20) and 98981 (each further 20), all three with a live interaction in the month. 98979 and
 * 98985, and set-up by 2 days, are of the code set of 2026. Support for those who bill, no advice.
 */
final class CodeRules {
    private static final LocalDate CODES_OF_2026 = LocalDate.of(2026, 1, 1);
    private static final int FEW_DAYS = 2;
    private static final int MANY_DAYS = 16;
    private static final int SHORT_MINUTES = 10;
    private static final int STEP_MINUTES = 20;

    private CodeRules() {}

    /** Whether a period has the days that set-up takes, by the codes that hold on its first day. */
    static boolean reachesSetUp(LocalDate from, int days) {
        return !from.isBefore(CODES_OF_2026) && days >= FEW_DAYS;
    }

    /**
     * The codes of a period.
     *
     * @param from its first day, which says which codes there are
     * @param days how many were counted, 0 to 30
     * @param setUp whether it is the first period that reaches set-up, which counts once
     */
    static List<ReachedCode> ofDays(LocalDate from, int days, boolean setUp) {
        List<ReachedCode> reached = new ArrayList<>();
        if (setUp && reachesSetUp(from, days)) {
            reached.add(ReachedCode.once("98975"));
        }
        if (days >= MANY_DAYS) {
            reached.add(ReachedCode.once("98977"));
        } else if (days >= FEW_DAYS && !from.isBefore(CODES_OF_2026)) {
            reached.add(ReachedCode.once("98985"));
        }
        return reached;
    }

    /**
     * The codes of a calendar month. Where 98980 is reached, the first 10 minutes are in it.
     *
     * @param minutes of clinicians, together
     * @param live whether any of them was spent speaking with the patient in real time
     */
    static List<ReachedCode> ofMinutes(YearMonth month, int minutes, boolean live) {
        List<ReachedCode> reached = new ArrayList<>();
        if (!live) {
            return reached;
        }
        if (minutes >= STEP_MINUTES) {
            reached.add(ReachedCode.once("98980"));
            int further = minutes / STEP_MINUTES - 1;
            if (further > 0) {
                reached.add(new ReachedCode("98981", further));
            }
        } else if (minutes >= SHORT_MINUTES && !month.atDay(1).isBefore(CODES_OF_2026)) {
            reached.add(ReachedCode.once("98979"));
        }
        return reached;
    }
}
