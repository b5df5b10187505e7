package app.backtrack.tracking.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
class TimelineResourceIT {
    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api therapist;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        therapist = Api.as(clinic.therapist());
    }

    @Test
    void every_revision_is_there_newest_first_with_who_wrote_it() {
        UUID id = UUID.randomUUID();
        Api self = Api.as(clinic.patient(patient));
        Instant at = Instant.now();
        self.put(patient, "pain-scores", id, Api.score(1, 7, at, null)).statusCode(202);
        therapist
                .put(patient, "pain-scores", id, Api.score(2, 3, at, "wrong-value"))
                .statusCode(202);
        self.retract(patient, "pain-scores", id, 3).statusCode(202);
        applied(self.put(patient, "pain-scores", id, Api.score(4, 3, at, "restored"))
                .extract()
                .header("Backtrack-Position"));

        therapist
                .get(patient, "timeline")
                .statusCode(200)
                .header("Link", nullValue())
                .body("revision", contains(4, 3, 2, 1))
                .body("change", contains("restored", "retracted", "corrected", "reported"))
                .body("counts", contains(true, false, false, false))
                .body("conflict", everyItem(is(false)))
                .body("reason", contains("restored", "entered-in-error", "wrong-value", null))
                .body("by.role", contains("patient", "patient", "therapist", "patient"))
                .body("by.id[2]", equalTo(clinic.therapistId()))
                .body("content.score", contains(3, null, 3, 7));
    }

    @Test
    void two_contents_of_one_revision_are_a_conflict_and_both_are_kept() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.now();
        therapist.put(patient, "pain-scores", id, Api.score(1, 7, at, null)).statusCode(202);
        applied(therapist
                .put(patient, "pain-scores", id, Api.score(1, 2, at, null))
                .extract()
                .header("Backtrack-Position"));

        therapist
                .get(patient, "timeline")
                .body("", hasSize(2))
                .body("conflict", everyItem(is(true)))
                .body("findAll { it.counts }", hasSize(1));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        String position = "";
        for (int n = 0; n < 7; n++) {
            position = therapist
                    .put(patient, "pain-scores", UUID.randomUUID(), Api.score(n))
                    .extract()
                    .header("Backtrack-Position");
        }
        applied(position);

        List<Integer> scores = new ArrayList<>();
        @Nullable String next = "/v1/patients/" + patient.patient() + "/timeline?limit=3";
        while (next != null) {
            var page = therapist.get(next).statusCode(200).extract();
            scores.addAll(page.jsonPath().getList("content.score", Integer.class));
            String link = page.header("Link");
            URI uri = link == null ? null : URI.create(link.substring(1, link.indexOf('>')));
            next = uri == null ? null : uri.getRawPath() + "?" + uri.getRawQuery();
        }

        assertThat(scores).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=ten", "cursor=nonsense", "cursor=AAAA"})
    void a_bad_parameter_is_refused(String query) {
        therapist
                .get(patient, "timeline?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    private void applied(String position) {
        therapist.get(patient, "progress?after=" + position).header("Backtrack-Applied", "true");
    }
}
