package app.backtrack.tracking.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessLogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");

    @Inject
    EventPublisher publisher;

    @Inject
    AccessLogStore store;

    private TestClinic clinic;
    private PatientRef patient;
    private Api self;
    private Api admin;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        self = Api.as(clinic.patient(patient));
        admin = Api.as(clinic.admin());
    }

    @Test
    void patients_see_who_read_and_who_wrote_their_data_newest_first() {
        Api therapist = Api.as(clinic.therapist());
        therapist.put(patient, "pain-scores", UUID.randomUUID(), Api.score(3)).statusCode(202);
        self.put(patient, "pain-scores", UUID.randomUUID(), Api.score(4)).statusCode(202);
        therapist.get(patient, "progress").statusCode(200);
        self.get(patient, "progress").statusCode(200);
        Api.as(clinic.system()).get(patient, "timeline").statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> self.get(patient, "access-log")
                        .statusCode(200)
                        .body(
                                "what",
                                contains(
                                        "GET /v1/patients/{patientId}/timeline",
                                        "GET /v1/patients/{patientId}/progress",
                                        "pain-score-recorded",
                                        "patient-enrolled"))
                        .body("result", contains("shown", "shown", "written", "written"))
                        .body("by.role", contains("clinic-system", "therapist", "therapist", "therapist"))
                        .body("by.id[1]", is(clinic.therapistId()))
                        .body("patientId", everyItem(is(patient.patient().toString())))
                        .body("traceId.size()", is(4)));
    }

    @Test
    void the_clinics_administrator_sees_a_day_and_that_is_an_access_too() {
        PatientRef other = clinic.enrol();
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();
        Api.as(clinic.therapist()).get("/v1/caseload?therapist=all").statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> admin.get("/v1/clinic/access-log?date=" + today)
                        .statusCode(200)
                        .body("findAll { it.what == 'patient-enrolled' }", hasSize(2)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> admin.get(other, "access-log")
                        .statusCode(200)
                        .body("findAll { it.what == 'GET /v1/clinic/access-log' }.by.role", not(hasSize(0))));
        admin.get("/v1/clinic/access-log?date=2020-01-01").statusCode(200).body("", hasSize(0));
    }

    @Test
    void pages_follow_each_other_over_months_without_gap_or_repetition() {
        List<AccessEntry> entries = new ArrayList<>(IntStream.range(0, 7)
                .mapToObj(n -> entry(patient, n, NOON.plus(Duration.ofDays(n / 2))))
                .toList());
        store.add(entries);

        List<String> seen = new ArrayList<>();
        String page = "/v1/patients/" + patient.patient() + "/access-log?limit=2";
        while (page != null) {
            var answer = self.get(page).statusCode(200).extract();
            seen.addAll(answer.path("findAll { it.what.startsWith('n') }.what"));
            String link = answer.header("Link");
            page = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            page = page == null ? null : pathAndQuery(page);
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.getFirst()).isEqualTo("n6");
        assertThat(seen.getLast()).isIn("n0", "n1");
    }

    @Test
    void a_month_goes_on_in_further_documents_and_adding_twice_changes_nothing() {
        PatientRef busy = clinic.stranger();
        List<AccessEntry> many =
                IntStream.range(0, 2_500).mapToObj(n -> entry(busy, n, NOON)).toList();
        for (int from = 0; from < many.size(); from += 500) {
            store.add(many.subList(from, from + 500));
        }
        store.add(many.subList(0, 500));

        assertThat(store.read(List.of(busy), "2026-10")).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void erasing_leaves_nothing_of_a_patient_and_all_of_another() {
        PatientRef erased = clinic.stranger();
        PatientRef kept = clinic.stranger();
        List<AccessEntry> many = IntStream.range(0, 1_500)
                .mapToObj(n -> entry(erased, n, NOON.plus(Duration.ofDays(n % 3))))
                .toList();
        store.add(many.subList(0, 1_000));
        store.add(many.subList(1_000, 1_500));
        store.add(List.of(entry(kept, 1, NOON)));

        assertThat(store.erase(erased))
                .containsExactly(new ErasedPlace("access-log", 3), new ErasedPlace("access-days", 3));
        assertThat(store.erase(erased)).extracting(ErasedPlace::documents).containsOnly(0);

        assertThat(store.months(erased)).isEmpty();
        assertThat(store.read(List.of(erased), "2026-10")).isEmpty();
        assertThat(store.read(List.of(erased), "2026-11")).isEmpty();
        assertThat(store.patients(clinic.id(), LocalDate.parse("2026-10-31")))
                .extracting(PatientId::toString)
                .containsExactly(kept.patient().toString());
        assertThat(store.patients(clinic.id(), LocalDate.parse("2026-11-01"))).isEmpty();
        assertThat(store.read(List.of(kept), "2026-10")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=nonsense", "cursor=AAAA"})
    void a_bad_parameter_is_refused_by_its_name(String query) {
        self.get(patient, "access-log?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date=today", "date=2026-02-30", "limit=101", "cursor=nonsense"})
    void a_bad_parameter_about_a_day_is_refused_by_its_name(String query) {
        admin.get("/v1/clinic/access-log?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    @Test
    void nobody_else_sees_it() {
        Api.as(clinic.therapist()).get(patient, "access-log").statusCode(403);
        Api.as(clinic.system()).get(patient, "access-log").statusCode(403);
        self.get(clinic.enrol(), "access-log").statusCode(404);
        self.get("/v1/clinic/access-log").statusCode(403);
        Api.as(new TestClinic(publisher).admin())
                .get(patient, "access-log")
                .statusCode(404)
                .header("Link", nullValue());
    }

    private static AccessEntry entry(PatientRef patient, int number, Instant at) {
        return new AccessEntry(
                patient,
                "key-" + number,
                at,
                new Actor(Role.THERAPIST, "thea"),
                "n" + number,
                AccessResult.SHOWN,
                null);
    }

    private static String pathAndQuery(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
