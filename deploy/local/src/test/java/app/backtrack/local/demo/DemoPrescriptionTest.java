package app.backtrack.local.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.demo.DemoFact.Exercise;
import app.backtrack.local.demo.DemoFact.Session;
import app.backtrack.local.demo.DemoPrescription.Plan;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoPrescriptionTest {
    private final DemoClinic clinic = new DemoClinic(LocalDate.of(2026, 11, 20));

    @Test
    void what_is_logged_was_prescribed() {
        for (Course course : Set.of(Course.REFERENCE, Course.ONE_SIDED)) {
            DemoPatient patient = patient(course);

            assertThat(plan(patient).items())
                    .extracting(DemoPrescription.Item::exercise)
                    .containsAll(logged(patient));
        }
    }

    @Test
    void the_reference_patient_goes_through_two_phases_with_one_habit_at_a_time() {
        Plan plan = plan(patient(Course.REFERENCE));

        assertThat(plan.phases()).hasSize(2);
        assertThat(plan.habits())
                .hasSize(3)
                .extracting(DemoPrescription.Habit::fromWeek)
                .doesNotHaveDuplicates();
    }

    @Test
    void who_is_weaker_on_the_left_begins_there() {
        assertThat(plan(patient(Course.ONE_SIDED)).items())
                .extracting(item -> item.sides().weaker())
                .contains("left");
    }

    @Test
    void everybody_else_takes_the_template_as_it_is() {
        DemoPrescription prescription = DemoPrescription.of(patient(Course.IMPROVING));

        assertThat(prescription.template()).isEqualTo("lower-back-starter");
        assertThat(prescription.plan()).isNull();
    }

    private Set<String> logged(DemoPatient patient) {
        return clinic.facts(patient).stream()
                .filter(Session.class::isInstance)
                .flatMap(fact -> ((Session) fact).exercises().stream())
                .map(Exercise::exercise)
                .collect(toSet());
    }

    private static Plan plan(DemoPatient patient) {
        return Objects.requireNonNull(DemoPrescription.of(patient).plan());
    }

    private DemoPatient patient(Course course) {
        return clinic.patients().stream()
                .filter(patient -> patient.course() == course)
                .findFirst()
                .orElseThrow();
    }
}
