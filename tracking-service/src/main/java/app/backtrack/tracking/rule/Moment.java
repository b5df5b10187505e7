package app.backtrack.tracking.rule;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.DailyScores;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A patient at a moment, as the rules look at them.
 *
 * @param view the fold of the facts and decisions
 * @param scores the daily values of the view
 * @param settings by which each date is judged
 * @param localDate the patient's date to judge on
 * @param now the instant to judge at, for what depends on hours; UTC
 */
public record Moment(
        ProgressView view, DailyScores scores, Settings.ByDate settings, LocalDate localDate, Instant now) {

    /** The patient of a view. */
    public static Moment of(ProgressView view, Settings.ByDate settings, LocalDate localDate, Instant now) {
        return new Moment(view, view.scores(), settings, localDate, now);
    }

    /** The same patient, by the same settings, at another moment. */
    public Moment at(LocalDate otherDate, Instant otherNow) {
        return new Moment(view, scores, settings, otherDate, otherNow);
    }

    CareView care() {
        return view.care();
    }

    /** Whether the patient was in the clinic's care on a date; the day of the discharge counts. */
    boolean inCareOn(LocalDate date) {
        PatientView patient = care().patient();
        return patient.dischargedOn().map(last -> !date.isAfter(last)).orElse(true);
    }

    /** The series that is the default for the weeks up to the moment's date, see {@link DailyScores#choose}. */
    DailySeries series(int weeks) {
        return scores.choose(new Window(localDate, weeks), null);
    }

    /** The series of a context. */
    DailySeries series(PainContext context) {
        return scores.of(context);
    }

    /** The first date of the unbroken run of days, up to the moment's date, on which something holds. */
    Optional<LocalDate> since(Predicate<LocalDate> holds) {
        LocalDate before = localDate;
        while (holds.test(before)) {
            before = before.minusDays(1);
        }
        return before.equals(localDate) ? Optional.empty() : Optional.of(before.plusDays(1));
    }
}
