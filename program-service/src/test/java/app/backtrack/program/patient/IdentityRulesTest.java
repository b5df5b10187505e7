package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PatientEvent.Goal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityRulesTest {
    private static final OwnIdentifier CHART = new OwnIdentifier("urn:example:charts", "H-0001");
    private static final OwnIdentifier INSURER = new OwnIdentifier("urn:example:insurer", "H-0001");

    @Test
    void nobody_is_born_after_this_year() {
        assertThat(IdentityRules.flaws(identity(2026), 2026)).isEmpty();
        assertThat(IdentityRules.flaws(identity(null), 2026)).isEmpty();
        assertThat(IdentityRules.flaws(identity(2027), 2026)).containsOnlyKeys("/birthYear");
    }

    @Test
    void a_patient_has_one_identifier_of_each_system() {
        assertThat(IdentityRules.flaws(identity(null, CHART, INSURER), 2026)).isEmpty();
        assertThat(IdentityRules.flaws(identity(null, CHART, INSURER, CHART), 2026))
                .containsOnlyKeys("/identifiers/2/system");
    }

    @Test
    void an_id_names_one_goal_or_activity() {
        Goal one = new Goal(UUID.fromString("0198f0a5-0000-7000-8000-000000000001"), "Run", null);
        Goal other = new Goal(UUID.fromString("0198f0a5-0000-7000-8000-000000000002"), "Run", null);

        assertThat(GoalRules.flaws(List.of(one), List.of(other))).isEmpty();
        assertThat(GoalRules.flaws(List.of(one, one), List.of(other, one)))
                .containsOnlyKeys("/goals/1/id", "/activities/1/id");
    }

    private static PatientIdentity identity(@Nullable Integer birthYear, OwnIdentifier... identifiers) {
        return new PatientIdentity("Ada Muster", birthYear, List.of(identifiers));
    }
}
