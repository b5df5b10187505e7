package app.backtrack.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    private final Templates templates = new Templates();

    @Test
    void the_lower_back_starter_is_built_in() {
        assertThat(templates.all()).extracting(Template::id).containsExactly("lower-back-starter");
        assertThat(templates.find("lower-back-starter"))
                .contains(templates.all().get(0));
        assertThat(templates.find("another")).isEmpty();
    }

    @Test
    void a_dose_that_nobody_stated_stays_open() {
        assertThat(templates.all().get(0).items())
                .contains(
                        new PlannedExercise("bird-dog", new Range(1, 3), null, null, true, 3),
                        new PlannedExercise("childs-pose", null, null, new Range(20, 30), false, 3));
    }

    @Test
    void a_plan_keeps_what_the_template_says_and_begins_when_asked() {
        Template template = templates.all().get(0);
        LocalDate start = LocalDate.of(2026, 9, 1);

        var plan = template.plan(start);

        assertThat(plan.template()).isEqualTo(template.id());
        assertThat(plan.name()).isEqualTo(template.name());
        assertThat(plan.startsOn()).isEqualTo(start);
        assertThat(plan.weeks()).isEqualTo(12);
        assertThat(plan.items()).isEqualTo(template.items());
    }
}
