package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PatientEvent.Goal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoalRulesTest {

    @Test
    void an_id_names_one_goal_or_activity() {
        Goal one = new Goal(UUID.fromString("0198f0a5-0000-7000-8000-000000000001"), "Run", null);
        Goal other = new Goal(UUID.fromString("0198f0a5-0000-7000-8000-000000000002"), "Run", null);

        assertThat(GoalRules.flaws(List.of(one), List.of(other))).isEmpty();
        assertThat(GoalRules.flaws(List.of(one, one), List.of(other, one)))
                .containsOnlyKeys("/goals/1/id", "/activities/1/id");
    }
}
