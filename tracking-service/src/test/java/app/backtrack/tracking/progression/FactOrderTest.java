package app.backtrack.tracking.progression;

import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ExerciseSide;
import app.backtrack.events.PainContext;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import app.backtrack.tracking.checklist.ChecklistRules;
import app.backtrack.tracking.exercise.ExerciseRules;
import app.backtrack.tracking.exercise.SessionPainRules;
import app.backtrack.tracking.exercise.Workbook;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.sides.SideRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is read from sessions is the same in whatever order, and however often, they arrived. */
class FactOrderTest {
    private static final int LAST_DAY = 28;

    @Property(tries = 100)
    void equal_facts_give_equal_answers(@ForAll Random random) {
        Workbook book = book(random);
        List<JournalEntry> shuffled = new ArrayList<>(book.facts());
        shuffled.addAll(book.facts());
        Collections.shuffle(shuffled, random);

        assertThat(answers(ProgressProjection.foldAll(book.care(), shuffled))).isEqualTo(answers(book.view()));
    }

    private static List<Object> answers(ProgressView view) {
        return List.of(
                SideRules.of(view, day(1), day(LAST_DAY)),
                ExerciseRules.of(view, day(1), day(LAST_DAY)),
                SessionPainRules.of(view, day(1), day(LAST_DAY)),
                ChecklistRules.of(view, day(1), day(LAST_DAY), day(LAST_DAY)),
                ProgressionRules.of(view, ClinicSettings.SHIPPED, day(LAST_DAY)));
    }

    private static Workbook book(Random random) {
        Workbook book = Workbook.of(item(
                "row",
                Frequency.daily(),
                Sides.of(SideRule.EACH),
                new Range(1, 3),
                new Range(8, 12),
                null,
                random.nextBoolean() ? 5_000 : null));
        for (int fact = random.nextInt(40); fact > 0; fact--) {
            int day = 1 + random.nextInt(LAST_DAY);
            switch (random.nextInt(4)) {
                case 0 -> book.pain(day, PainContext.BEFORE_SESSION, random.nextInt(11));
                case 1 -> book.pain(day, PainContext.AFTER_SESSION, random.nextInt(11));
                case 2 -> book.held(day, "side-plank", random.nextInt(60), random.nextInt(60));
                default ->
                    book.did(
                            day,
                            done(
                                    "row",
                                    null,
                                    random.nextInt(11),
                                    random.nextInt(8),
                                    set(ExerciseSide.LEFT, random.nextInt(15), null, 5_000),
                                    set(ExerciseSide.RIGHT, random.nextInt(15), null, 5_000)));
            }
        }
        return book;
    }
}
