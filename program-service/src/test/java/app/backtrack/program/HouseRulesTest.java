package app.backtrack.program;

import app.backtrack.testkit.rules.HouseRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseRulesTest {
    @Test
    void every_house_rule_holds() {
        HouseRules.check(
                "app.backtrack.program", "ProgramDecider", "ProgramCommand", "PatientDecider", "SettingsDecider");
    }
}
