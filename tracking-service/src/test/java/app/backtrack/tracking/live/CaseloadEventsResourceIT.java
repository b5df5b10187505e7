package app.backtrack.tracking.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;

import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.caseload.Ward;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.projection.JournalProjector;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class CaseloadEventsResourceIT {
    @Inject
    EventPublisher publisher;

    @Inject
    JournalProjector projector;

    private TestClinic clinic;
    private String me;

    @BeforeEach
    void a_clinic() {
        clinic = new TestClinic(publisher);
        me = clinic.therapistId();
    }

    @Test
    void a_changed_row_is_told_with_its_reason_to_those_who_look_after_the_patient() throws Exception {
        PatientRef theirs = clinic.stranger();
        PatientRef mine = clinic.stranger();
        try (Connection stream = open(clinic.therapist(), null)) {
            projector.handle(List.of(Ward.enrolled(theirs, "other")));
            projector.handle(List.of(
                    Ward.enrolled(mine, me), Ward.fact(mine, Facts.screen(1, 1, Ward.TODAY, RedFlag.SADDLE_NUMBNESS))));

            List<String> event = stream.next();

            assertThat(event).contains("event:changed").anyMatch(line -> line.matches("id:[0-9]{13}"));
            assertThat(event)
                    .anyMatch(line -> line.startsWith("data:")
                            && line.contains(mine.patient().toString())
                            && line.contains("\"red-flag\"")
                            && line.contains(Ward.TODAY.toString()));
        }
    }

    @Test
    void a_closed_alert_is_told_by_a_change_without_it() throws Exception {
        PatientRef patient = clinic.stranger();
        projector.handle(List.of(Ward.enrolled(patient, me), Ward.fact(patient, Facts.flare(1, 1, Ward.TODAY))));
        try (Connection stream = open(clinic.therapist(), null)) {
            projector.handle(List.of(Ward.closed(patient, "flare/1/" + Ward.TODAY + "/" + Facts.id(1))));

            List<String> event = stream.next();
            while (event.stream().anyMatch(line -> line.contains("\"flare\""))) { // of a moment ago, told again
                event = stream.next();
            }

            assertThat(event)
                    .contains("event:changed")
                    .anyMatch(line -> line.contains(patient.patient().toString()))
                    .noneMatch(line -> line.contains("reason"));
        }
    }

    @Test
    void who_hands_a_patient_over_is_told_that_the_row_has_left() throws Exception {
        PatientRef patient = clinic.stranger();
        projector.handle(List.of(Ward.enrolled(patient, me)));
        try (Connection stream = open(clinic.therapist(), null)) {
            projector.handle(List.of(Ward.assigned(patient, 2, "other")));

            List<String> event = stream.next();
            while (event.contains("event:changed")) { // the enrolment of a moment ago is told again
                event = stream.next();
            }

            assertThat(event).contains("event:left");
        }
    }

    @Test
    void who_comes_again_is_told_what_changed_meanwhile_and_another_clinic_is_told_nothing() throws Exception {
        Instant before = Instant.now();
        PatientRef first = clinic.stranger();
        PatientRef foreign = new TestClinic(publisher).stranger();
        projector.handle(List.of(Ward.enrolled(foreign, me)));
        projector.handle(List.of(Ward.enrolled(first, me)));

        try (Connection stream = open(clinic.admin(), Long.toString(before.toEpochMilli()))) {
            assertThat(stream.next())
                    .contains("event:changed")
                    .anyMatch(line -> line.contains(first.patient().toString()));
        }
    }

    @Test
    void who_was_away_for_long_is_asked_to_load_the_list_anew() throws Exception {
        try (Connection stream = open(clinic.admin(), "1")) {
            assertThat(stream.next()).contains("event:reload");
        }
    }

    @Test
    void a_caller_has_four_streams_and_no_fifth() throws Exception {
        List<Connection> streams = new ArrayList<>();
        try {
            for (int n = 0; n < 4; n++) {
                streams.add(open(clinic.therapist(), null));
            }

            RestAssured.given()
                    .header("Authorization", "Bearer " + clinic.therapist())
                    .get("/v1/caseload/events")
                    .then()
                    .statusCode(429)
                    .body("type", endsWith("too-many-streams"));
        } finally {
            streams.forEach(Connection::close);
        }
    }

    @Test
    void what_is_no_id_of_an_event_is_refused() {
        RestAssured.given()
                .header("Authorization", "Bearer " + clinic.therapist())
                .header("Last-Event-ID", "yesterday")
                .get("/v1/caseload/events")
                .then()
                .statusCode(422)
                .body("errors.parameter", contains("Last-Event-ID"));
    }

    private Connection open(String token, @Nullable String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/caseload/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Connection(client, response.body().iterator());
    }

    /** An open stream. */
    private record Connection(HttpClient client, Iterator<String> lines) implements AutoCloseable {

        /** The lines of the next event that is no comment. */
        List<String> next() {
            List<String> event = new ArrayList<>();
            while (event.isEmpty() || !event.getLast().isEmpty()) {
                String line = lines.next().replace(": ", ":");
                if (!line.startsWith(":") && !(line.isEmpty() && event.isEmpty())) {
                    event.add(line);
                }
            }
            return event;
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
