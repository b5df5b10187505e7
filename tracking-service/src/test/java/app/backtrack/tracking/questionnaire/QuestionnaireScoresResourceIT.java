package app.backtrack.tracking.questionnaire;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnaireScoresResourceIT {
    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api self;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        self = Api.as(clinic.patient(patient));
    }

    @Test
    void what_was_answered_is_shown_with_scores_changes_and_events() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        send(first, 42, 8);
        String position = send(second, 28, 1);
        self.get(patient, "progress?after=" + position).header("Backtrack-Applied", "true");

        self.get(patient, "questionnaires")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("questionnaire", contains("odi"))
                .body("[0].entries.score", contains(42.0f, 28.0f))
                .body(
                        "[0].entries.eventId",
                        contains("questionnaire/" + first + "/1", "questionnaire/" + second + "/1"))
                .body("[0].entries[0].change", nullValue())
                .body("[0].entries[1].change.points", equalTo(-14.0f))
                .body("[0].entries[1].change.meaning", equalTo("improved"))
                .body("[0].entries[1].change.since", equalTo("questionnaire/" + first + "/1"));
    }

    @Test
    void nothing_answered_is_an_empty_list_and_an_unknown_patient_is_none() {
        self.get(patient, "questionnaires").statusCode(200).body("", empty());
        Api.as(clinic.therapist()).get(clinic.stranger(), "questionnaires").statusCode(404);
        Api.as(new TestClinic(publisher).therapist())
                .get(patient, "questionnaires")
                .statusCode(404);
    }

    private String send(UUID id, int total, int daysAgo) {
        return self.put(
                        patient,
                        "questionnaires",
                        id,
                        "{\"revision\":1,\"questionnaire\":\"odi\",\"answers\":[{\"item\":\"total\",\"score\":%d}],\"occurredAt\":\"%s\",\"zone\":\"UTC\"}"
                                .formatted(total, Instant.now().minus(Duration.ofDays(daysAgo))))
                .statusCode(202)
                .extract()
                .header("Backtrack-Position");
    }
}
