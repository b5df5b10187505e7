package app.backtrack.program.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    private static PatientIdentity identity(@Nullable Integer birthYear, OwnIdentifier... identifiers) {
        return new PatientIdentity("Ada Muster", birthYear, List.of(identifiers));
    }
}
