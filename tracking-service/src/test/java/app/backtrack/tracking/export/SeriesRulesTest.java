package app.backtrack.tracking.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.FactEvent;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SkipReason;
import app.backtrack.tracking.journal.Facts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesRulesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @Test
    void pain_holds_the_winning_revisions_by_date() {
        List<String> rows = rows(
                Series.PAIN,
                Facts.score(1, 1, DATE, 4),
                Facts.score(2, 1, DATE.minusDays(1), 7),
                Facts.score(2, 2, DATE.minusDays(2), 6),
                Facts.score(3, 1, DATE, 5),
                Facts.scoreRetracted(3, 2),
                Facts.habit(4, 1, DATE, true));

        assertThat(rows)
                .containsExactly(
                        "local_date,occurred_at,zone,recorded_at,actor_role,event_id,context,score,site,side",
                        "2026-11-18,2026-11-18T12:00:00Z,UTC,2026-11-20T18:30:00Z,patient,pain-score/" + Facts.id(2)
                                + "/2,average-24h,6,,",
                        "2026-11-20,2026-11-20T12:00:00Z,UTC,2026-11-20T18:30:00Z,patient,pain-score/" + Facts.id(1)
                                + "/1,average-24h,4,,");
    }

    @Test
    void sessions_have_a_row_for_each_set_and_for_each_exercise_left_out() {
        SessionLogged done = Facts.session(1, 1, DATE);
        SessionLogged session = new SessionLogged(
                done.id(),
                1,
                done.exercises(),
                List.of(new ExerciseSkipped("bird-dog", SkipReason.NO_TIME)),
                done.occurredAt(),
                "UTC",
                DATE,
                "words of the patient",
                null);

        assertThat(rows(Series.SESSIONS, session))
                .containsExactly(
                        "local_date,occurred_at,zone,recorded_at,actor_role,event_id,exercise,instead_of,skipped_why,"
                                + "set,side,reps,hold_seconds,load_grams,effort,pain",
                        "2026-11-20,2026-11-20T12:00:00Z,UTC,2026-11-20T18:30:00Z,patient,session/" + Facts.id(1)
                                + "/1,bridge,,,1,both,10,,,,",
                        "2026-11-20,2026-11-20T12:00:00Z,UTC,2026-11-20T18:30:00Z,patient,session/" + Facts.id(1)
                                + "/1,bird-dog,,no-time,,,,,,,");
    }

    @Test
    void habits_hold_what_was_kept_and_what_was_not() {
        assertThat(rows(Series.HABITS, Facts.habit(1, 1, DATE, true), Facts.habit(2, 1, DATE, false)))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("habit-check-in/" + Facts.id(2) + "/1,sitting,false,,");
    }

    private static List<String> rows(Series series, FactEvent... facts) {
        return SeriesRules.table(series, Arrays.stream(facts).map(Facts::entry).toList())
                .text()
                .lines()
                .toList();
    }
}
