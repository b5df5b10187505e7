package app.backtrack.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReturnRulesTest {
    private static final Visitor THERAPIST = new Visitor("thea", "harbour", "therapist", null, null, "token");
    private static final Visitor PATIENT = new Visitor("p-1", "harbour", "patient", "p-1", null, "token");

    @ParameterizedTest
    @ValueSource(strings = {"/clinic", "/clinic/patients/a30d30f3", "/clinic/patients/a30d30f3?weeks=12"})
    void a_page_of_ours_is_led_back_to(String wanted) {
        assertThat(ReturnRules.page(wanted, THERAPIST)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "/clinic//evil.example",
                "https://evil.example/clinic",
                "/clinic/../sign-out",
                "/clinicx",
                "/clinic/%2e%2e",
                "/clinic\\evil",
                "/clinic?to=https://evil.example",
                "/clinic\r\nSet-Cookie: a=b",
                "/api/program/v1/patients",
                "/my"
            })
    void nothing_else_is_and_the_visitor_begins_at_home(String wanted) {
        assertThat(ReturnRules.page(wanted, THERAPIST)).isEqualTo("/clinic");
    }

    @Test
    void a_patient_is_led_to_the_patients_pages() {
        assertThat(ReturnRules.page("/clinic", PATIENT)).isEqualTo("/my");
        assertThat(ReturnRules.page("/my/progress", PATIENT)).isEqualTo("/my/progress");
    }
}
