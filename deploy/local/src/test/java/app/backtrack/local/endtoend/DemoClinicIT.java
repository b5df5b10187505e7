package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.DemoAccounts;
import app.backtrack.local.LocalSystem;
import app.backtrack.local.LocalUrls;
import app.backtrack.local.demo.Course;
import app.backtrack.local.demo.DemoClinic;
import app.backtrack.local.demo.DemoLoader;
import app.backtrack.local.demo.DemoPatient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoClinicIT {
    private static final int WEEK_10_ENDS = 70;

    private final LocalSystem system;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final DemoClinic clinic = new DemoClinic(today);
    private final Map<String, String> tokens;

    DemoClinicIT(LocalSystem system) {
        this.system = system;
        this.tokens = Map.of(
                DemoAccounts.HARBOUR, system.token(DemoAccounts.HARBOUR_SYSTEM),
                DemoAccounts.HILLSIDE, system.token(DemoAccounts.HILLSIDE_SYSTEM));
    }

    @BeforeAll
    void load() {
        LocalUrls urls = system.urls();
        new DemoLoader(urls.program(), urls.tracking(), urls.notification(), this::token).load(clinic, () -> {});
    }

    @Test
    void the_reference_case_reads_improving_and_substantial_at_week_10() {
        DemoPatient patient = patient(Course.REFERENCE);

        JsonNode progress = progress(
                patient, "&until=" + patient.startsOn().plusDays(WEEK_10_ENDS).minusDays(1));

        assertThat(progress.path("verdict").asText()).isEqualTo("improving");
        assertThat(progress.at("/changes/baseline/mean").asDouble()).isBetween(7.5, 8.5);
        assertThat(progress.at("/changes/current/mean").asDouble()).isBetween(1.0, 2.0);
        assertThat(progress.at("/changes/programChange/percent").asDouble()).isLessThanOrEqualTo(-50);
        assertThat(progress.at("/changes/programChange/relief").asText()).isEqualTo("substantial");
    }

    @Test
    void a_sparse_patient_reads_uncertain_with_the_days_still_needed() {
        JsonNode progress = progress(patient(Course.SPARSE), "");

        assertThat(progress.path("verdict").asText()).isEqualTo("uncertain");
        assertThat(progress.path("daysNeeded").asInt()).isBetween(1, 13);
    }

    @Test
    void of_twelve_weeks_of_24_patients_only_what_the_last_reviews_found_today_is_told() {
        String thea = system.token(DemoAccounts.THEA);
        URI inbox = system.urls().notification().resolve("/v1/inbox?limit=200");

        List<String> urgent = StreamSupport.stream(
                        Api.get(inbox, thea).is(200).json().path("entries").spliterator(), false)
                .filter(entry -> !entry.path("severity").asText().equals("info"))
                // A mistyped score may have been a spike until its correction was read.
                .filter(entry -> !entry.path("withdrawn").asBoolean())
                .map(entry ->
                        entry.path("rule").asText() + " " + entry.path("since").asText())
                .distinct()
                .toList();

        assertThat(urgent).isSubsetOf("no-meaningful-change " + today);
    }

    private JsonNode progress(DemoPatient patient, String query) {
        URI url = system.urls().tracking().resolve("/v1/patients/" + patient.id() + "/progress?weeks=12" + query);
        return Api.get(url, token(patient.clinicId())).is(200).json();
    }

    private DemoPatient patient(Course course) {
        return clinic.patients().stream()
                .filter(patient -> patient.course() == course)
                .findFirst()
                .orElseThrow();
    }

    private String token(String clinicId) {
        return Objects.requireNonNull(tokens.get(clinicId), clinicId);
    }
}
