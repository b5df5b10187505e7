package app.backtrack.tracking.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.caseload.Ward;
import app.backtrack.tracking.projection.JournalProjector;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeResourceIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    EventPublisher publisher;

    @Inject
    JournalProjector projector;

    private TestClinic clinic;

    @BeforeEach
    void a_clinic() {
        clinic = new TestClinic(publisher);
    }

    @Test
    void patients_count_by_the_start_of_their_program_and_the_missing_are_shown() {
        LocalDate start = TODAY.minusWeeks(5);
        started(clinic, start);
        started(clinic, start.minusYears(1));
        started(new TestClinic(publisher), start);

        Api.as(clinic.admin())
                .get("/v1/outcomes?from=" + start + "&through=" + start)
                .statusCode(200)
                .body("patients", is(1))
                .body("weeks.week", contains(4, 6, 8, 12))
                .body("weeks.measured", contains(0, 0, 0, 0))
                .body("weeks.missing.thinData", contains(1, 0, 0, 0))
                .body("weeks.missing.notReached", contains(0, 1, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-01-01",
                "from=2026-01-01&through=tomorrow",
                "from=2026-01-02&through=2026-01-01",
                "from=2024-01-01&through=2026-01-02"
            })
    void a_range_that_cannot_be_is_refused(String query) {
        Api.as(clinic.admin())
                .get("/v1/outcomes?" + query)
                .statusCode(422)
                .body("errors.parameter", contains("through"));
    }

    @Test
    void patients_do_not_see_a_clinics_outcomes() {
        Api.as(clinic.patient(clinic.stranger()))
                .get("/v1/outcomes?from=2026-01-01&through=2026-01-02")
                .statusCode(403);
    }

    private void started(TestClinic where, LocalDate start) {
        PatientRef patient = where.stranger();
        projector.handle(List.of(Ward.enrolled(patient), Ward.prescribed(patient, start)));
    }
}
