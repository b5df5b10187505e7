package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-clinic",
                "Clinic",
                "clinic/7",
                "a b",
                "clinic\n",
                "01234567890123456789012345678901234567890"
            })
    void a_clinic_id_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinicId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "4d2f8c1e97a64b038e5f1c6d90b7a2e4",
                "04d2f8c1e-7a6-4b03-8e5f-1c6d90b7a2e4",
                "4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2eg"
            })
    void a_patient_id_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PatientId.of(text));
    }

    @Test
    void a_patient_id_in_capitals_is_the_same_patient() {
        String text = Envelopes.PATIENT.patient().toString();

        assertThat(PatientId.of(text.toUpperCase(Locale.ROOT))).isEqualTo(PatientId.of(text));
    }

    @Test
    void a_patient_s_key_is_read_back() {
        assertThat(PatientRef.of(Envelopes.PATIENT.key())).isEqualTo(Envelopes.PATIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alpenblick", "alpenblick/", "/4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2e4"})
    void a_patient_s_key_of_another_form_is_refused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> PatientRef.of(key));
    }

    @ParameterizedTest
    @EnumSource
    void an_actor_of_any_role_is_read_back_whatever_the_id(Role role) {
        Actor actor = new Actor(role, "issuer:subject/7");

        assertThat(Actor.of(actor.wireForm())).isEqualTo(actor);
    }

    @Test
    void one_pseudonym_in_two_clinics_is_two_patients() {
        assertThat(Envelopes.PATIENT.key()).isNotEqualTo(Envelopes.OTHER_PATIENT.key());
    }

    @Test
    void a_fact_s_event_id_is_its_kind_id_and_revision() {
        assertThat(Envelopes.score(4).eventId()).isEqualTo("pain-score/0192f5d9-2b40-7c16-b3f8-c47a90e1d52f/2");
    }
}
