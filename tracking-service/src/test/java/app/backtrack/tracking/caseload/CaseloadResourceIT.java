package app.backtrack.tracking.caseload;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.projection.JournalProjector;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseloadResourceIT {
    @Inject
    EventPublisher publisher;

    @Inject
    JournalProjector projector;

    private TestClinic clinic;
    private Api therapist;
    private Api admin;
    private String me;

    @BeforeEach
    void a_clinic() {
        clinic = new TestClinic(publisher);
        therapist = Api.as(clinic.therapist());
        admin = Api.as(clinic.admin());
        me = clinic.therapistId();
    }

    @Test
    void a_red_flag_comes_first_then_worsening_then_who_was_heard_of_last() {
        PatientRef quiet = patient(me);
        PatientRef red = patient(me);
        PatientRef worse = patient(me);
        projector.handle(List.of(Ward.fact(red, Facts.screen(1, 1, Ward.TODAY.minusDays(5), RedFlag.SADDLE_NUMBNESS))));
        projector.handle(IntStream.range(0, 12)
                .<EventEnvelope<?>>mapToObj(
                        day -> Ward.fact(worse, Facts.score(day, 1, Ward.TODAY.minusDays(11 - day), day / 2 + 2)))
                .toList());
        PatientRef heard = patient(me);
        projector.handle(List.of(Ward.fact(heard, Facts.score(1, 1, Ward.TODAY, 4))));

        therapist
                .get("/v1/caseload")
                .statusCode(200)
                .header("Link", nullValue())
                .body("patientId", contains(ids(red, worse, heard, quiet)))
                .body("reason.rule", contains("red-flag", "trend-worsening"))
                .body("[1].fourWeeks.verdict", is("worsening"))
                .body("[1].alerts", hasSize(1))
                .body("[3].fourWeeks.verdict", is("uncertain"))
                .body("[3].fourWeeks.daysNeeded", is(12));
        therapist.get("/v1/caseload?severity=critical").body("patientId", contains(ids(red)));
        therapist.get("/v1/caseload?verdict=worsening").body("patientId", contains(ids(worse)));
        therapist
                .get("/v1/caseload?silentSince=" + Instant.now().minus(Duration.ofHours(1)))
                .body("patientId", contains(ids(quiet)));
        therapist.get("/v1/caseload?verdict=uncertain&severity=critical").body("patientId", contains(ids(red)));
    }

    @Test
    void a_therapist_sees_their_own_patients_unless_they_ask_for_others() {
        PatientRef mine = patient(me);
        PatientRef both = patient(me, "other");
        PatientRef theirs = patient("other");

        therapist.get("/v1/caseload").body("patientId", hasSize(2));
        assertThat(list(therapist, "")).containsExactlyInAnyOrder(ids(mine, both));
        assertThat(list(therapist, "?therapist=other")).containsExactlyInAnyOrder(ids(both, theirs));
        assertThat(list(therapist, "?therapist=all")).containsExactlyInAnyOrder(ids(mine, both, theirs));
        assertThat(list(admin, "")).containsExactlyInAnyOrder(ids(mine, both, theirs));
        Api.as(clinic.patient(mine)).get("/v1/caseload").statusCode(403);
    }

    @Test
    void who_hands_a_patient_over_no_longer_has_them() {
        PatientRef patient = patient(me);

        projector.handle(List.of(Ward.assigned(patient, 2, "other")));

        assertThat(list(therapist, "")).isEmpty();
        assertThat(list(therapist, "?therapist=other")).containsExactly(ids(patient));
    }

    @Test
    void the_discharged_are_there_for_those_who_ask() {
        PatientRef stays = patient(me);
        PatientRef gone = patient(me);
        projector.handle(List.of(Ward.decided(gone, new PatientDischarged(2, Ward.TODAY, null))));

        assertThat(list(therapist, "")).containsExactly(ids(stays));
        assertThat(list(therapist, "?status=discharged")).containsExactly(ids(gone));
        assertThat(list(therapist, "?status=all")).containsExactlyInAnyOrder(ids(stays, gone));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_and_their_links_tell_nothing() {
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            PatientRef patient = patient(me);
            projector.handle(List.of(Ward.fact(patient, Facts.score(n, 1, Ward.TODAY, 4))));
            expected.addFirst(patient.patient().toString());
        }

        List<String> seen = new ArrayList<>();
        @Nullable String next = "/v1/caseload?limit=3&status=enrolled";
        while (next != null) {
            var page = therapist.get(next).statusCode(200).extract();
            seen.addAll(page.jsonPath().getList("patientId", String.class));
            next = next(page.header("Link"));
            assertThat(next == null || !next.contains(seen.getLast())).isTrue();
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void another_clinics_rows_never_appear_and_its_cursors_lead_nowhere() {
        TestClinic other = new TestClinic(publisher);
        PatientRef theirs = other.stranger();
        projector.handle(List.of(Ward.enrolled(theirs, me), Ward.fact(theirs, Facts.score(1, 1, Ward.TODAY, 4))));
        patient(me);
        patient(me);
        String link = therapist.get("/v1/caseload?limit=1").extract().header("Link");

        assertThat(list(admin, "?therapist=all&status=all"))
                .hasSize(2)
                .doesNotContain(theirs.patient().toString());
        Api.as(other.therapist())
                .get(requireNonNull(next(link)))
                .statusCode(422)
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void as_of_a_moment_before_a_correction_the_old_value_stands() throws Exception {
        PatientRef patient = patient(me);
        projector.handle(IntStream.range(0, 14)
                .<EventEnvelope<?>>mapToObj(
                        day -> Ward.fact(patient, Facts.score(day, 1, Ward.TODAY.minusDays(13 - day), 2 + day / 3)))
                .toList());
        Instant then = Instant.now();
        Instant deadline = then.plusMillis(2);
        while (Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        projector.handle(IntStream.range(0, 14)
                .<EventEnvelope<?>>mapToObj(
                        day -> Ward.fact(patient, Facts.score(day, 2, Ward.TODAY.minusDays(13 - day), 2)))
                .toList());
        projector.handle(List.of(Ward.assigned(patient, 2, "other")));

        therapist
                .get("/v1/caseload?asOf=" + then)
                .statusCode(200)
                .body("patientId", contains(ids(patient)))
                .body("[0].fourWeeks.verdict", is("worsening"))
                .body("[0].reason.rule", is("trend-worsening"));
        therapist
                .get("/v1/caseload?therapist=other")
                .body("[0].fourWeeks.verdict", is("stable"))
                .body("[0].reason", nullValue());
        assertThat(list(therapist, "?asOf=2026-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void as_of_a_moment_before_a_closing_the_alert_is_open_and_before_it_was_told_it_is_not() {
        PatientRef patient = clinic.stranger();
        EventEnvelope<?> enrolment = Ward.enrolled(patient, me);
        publisher.publish(enrolment).join();
        projector.handle(List.of(enrolment));
        Instant enrolled = passing();
        projector.handle(List.of(Ward.fact(patient, Facts.flare(1, 1, Ward.TODAY))));
        Instant told = passing();
        String insight = "flare/1/" + Ward.TODAY + "/" + Facts.id(1);
        projector.handle(List.of(Ward.closed(patient, insight)));
        Instant closed = passing();

        therapist.get("/v1/caseload?asOf=" + enrolled).body("[0].alerts", hasSize(0));
        therapist
                .get("/v1/caseload?asOf=" + told)
                .body("[0].alerts.insightId", contains(insight))
                .body("[0].reason.rule", is("flare"));
        therapist.get("/v1/caseload?asOf=" + closed).body("[0].alerts", hasSize(0));
        therapist.get("/v1/caseload").body("[0].alerts", hasSize(0)).body("[0].reason", nullValue());

        String path = "/v1/patients/" + patient.patient() + "/insights";
        therapist.get(path + "?asOf=" + enrolled).statusCode(200).body("$", hasSize(0));
        therapist
                .get(path + "?asOf=" + told)
                .body("insightId", contains(insight))
                .body("[0].since", is(Ward.TODAY.toString()))
                .body("[0].about", is(Facts.id(1).toString()))
                .body("[0].toldAt", notNullValue())
                .body("[0].closedAt", nullValue());
        therapist.get(path).body("[0].closedAt", notNullValue());
        therapist.get(path + "?asOf=then").statusCode(422).body("errors.parameter", contains("asOf"));
        Api.as(clinic.patient(patient)).get(path).statusCode(403);
        Api.as(new TestClinic(publisher).therapist()).get(path).statusCode(404);
    }

    /** An instant after all that came before, and before all that comes after. */
    private static Instant passing() {
        Instant until = Instant.now().plusMillis(2);
        while (Instant.now().isBefore(until)) {
            Thread.onSpinWait();
        }
        return until.minusMillis(1);
    }

    @Test
    void a_past_caseload_is_paged_in_the_order_of_ids() {
        List<String> all = Stream.generate(() -> patient(me))
                .limit(5)
                .map(patient -> patient.patient().toString())
                .sorted()
                .toList();

        List<String> seen = new ArrayList<>();
        @Nullable String next = "/v1/caseload?limit=2&asOf=" + Instant.now().plusSeconds(1);
        while (next != null) {
            var page = admin.get(next).statusCode(200).extract();
            seen.addAll(page.jsonPath().getList("patientId", String.class));
            next = next(page.header("Link"));
        }

        assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "status=gone",
                "severity=urgent",
                "verdict=bad",
                "silentSince=yesterday",
                "asOf=2026-11-20",
                "cursor=nonsense",
                "cursor=AAAA"
            })
    void a_bad_parameter_is_refused_by_name(String query) {
        therapist
                .get("/v1/caseload?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    private PatientRef patient(String... therapists) {
        PatientRef patient = clinic.stranger();
        projector.handle(List.of(Ward.enrolled(patient, therapists)));
        return patient;
    }

    private static List<String> list(Api who, String query) {
        return who.get("/v1/caseload" + query)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("patientId", String.class);
    }

    private static String[] ids(PatientRef... patients) {
        return Stream.of(patients).map(patient -> patient.patient().toString()).toArray(String[]::new);
    }

    private static @Nullable String next(@Nullable String link) {
        if (link == null) {
            return null;
        }
        URI uri = URI.create(link.substring(1, link.indexOf('>')));
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
