package app.backtrack.program.erasure;

import java.time.LocalDate;

/** Says when a clinic keeps a discharged patient no longer. */
final class RetentionRules {

    private RetentionRules() {}

    /** The first date on which the patient is erased: the day after the years have passed. */
    static LocalDate erasedOn(LocalDate dischargedOn, int years) {
        return dischargedOn.plusYears(years).plusDays(1);
    }

    /** Whether that date has come. */
    static boolean isOver(LocalDate dischargedOn, int years, LocalDate today) {
        return !today.isBefore(erasedOn(dischargedOn, years));
    }
}
