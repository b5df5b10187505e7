package app.backtrack.notification.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.NoticeKind;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoteResourceIT {
    private static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");

    @Inject
    NoteStore notes;

    private final String clinic = Tokens.newClinic();
    private final PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));
    private final String token = Tokens.patient(clinic, patient.patient().toString());
    private final String path = "/v1/patients/" + patient.patient() + "/notes";

    @Test
    void a_patient_sees_what_they_were_told_in_their_language_newest_first() {
        given().auth().oauth2(token).get(path).then().statusCode(200).body("notes", empty());
        enter(NoticeKind.SESSION_DUE, 0);
        enter(NoticeKind.MILESTONE, 1);
        enter(NoticeKind.SESSION_DUE, 0);

        given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .header("Cache-Control", "no-store")
                .body("notes.kind", contains("milestone", "session-due"))
                .body("notes[1].title", equalTo("A reminder for today"))
                .body("notes[1].at", equalTo("2026-11-20T16:00:00Z"))
                .body("notes.readAt", everyItem(nullValue()));
        given().auth()
                .oauth2(token)
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body(Map.of("language", "de"))
                .put("/v1/preferences")
                .then()
                .statusCode(200);
        assertThat(given().auth().oauth2(token).get(path).jsonPath().getString("notes[1].title"))
                .isNotEqualTo("A reminder for today");
    }

    @Test
    void pages_lead_on_to_the_oldest() {
        for (int i = 0; i < 3; i++) {
            enter(NoticeKind.POSTURE_RESET, i);
        }
        String link = given().auth()
                .oauth2(token)
                .get(path + "?limit=2")
                .then()
                .body("notes.size()", equalTo(2))
                .header("Link", notNullValue())
                .extract()
                .header("Link");

        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("notes.size()", equalTo(1))
                .header("Link", nullValue());
        given().auth().oauth2(token).get(path + "?limit=0").then().statusCode(422);
    }

    @Test
    void a_note_is_read_once_and_one_that_was_taken_back_is_gone() {
        EntryId id = enter(NoticeKind.SESSION_DUE, 0);
        String first = read(id).then().statusCode(200).extract().path("readAt");
        read(id).then().statusCode(200).body("readAt", equalTo(first));

        notes.withdraw(patient, id);
        read(id).then().statusCode(404);
        given().auth().oauth2(token).get(path).then().body("notes", empty());
        enter(NoticeKind.SESSION_DUE, 0);
        given().auth().oauth2(token).get(path).then().body("notes", empty());
    }

    @Test
    void nobody_else_sees_them() {
        EntryId id = enter(NoticeKind.SESSION_DUE, 0);
        String other = Tokens.patient(clinic, UUID.randomUUID().toString());

        given().auth().oauth2(other).get(path).then().statusCode(404);
        given().auth().oauth2(other).get(path + "/events").then().statusCode(404);
        given().auth().oauth2(other).post(path + "/" + id + "/read").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.therapist(clinic, "thea." + clinic))
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void an_open_app_is_told_of_the_patients_own_changes() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + path + "/events"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            List<String> lines = new CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> read(answer.body(), lines));
            told(lines, "reset");

            PatientRef other = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));
            notes.enter(Note.fresh(other, new EntryId(Fingerprint.of("other")), NoticeKind.MILESTONE, AT));
            EntryId id = enter(NoticeKind.SESSION_DUE, 0);
            told(lines, "{\"id\":\"" + id + "\",\"change\":\"entered\"}");
            notes.withdraw(patient, id);
            told(lines, "{\"id\":\"" + id + "\",\"change\":\"withdrawn\"}");
            assertThat(lines).noneMatch(line -> line.contains(Fingerprint.of("other")));
            answer.body().close();
        }
    }

    private static void told(List<String> lines, String what) {
        await().atMost(Duration.ofSeconds(20)).until(() -> lines.stream().anyMatch(line -> line.contains(what)));
    }

    private static void read(InputStream body, List<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("closed");
        }
    }

    private Response read(EntryId id) {
        return given().auth().oauth2(token).post(path + "/" + id + "/read");
    }

    private EntryId enter(NoticeKind kind, int minutes) {
        EntryId id = new EntryId(Fingerprint.of(patient.key() + kind + minutes));
        notes.enter(Note.fresh(patient, id, kind, AT.plus(Duration.ofMinutes(minutes))));
        return id;
    }
}
