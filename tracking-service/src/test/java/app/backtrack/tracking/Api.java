package app.backtrack.tracking;

import static io.restassured.RestAssured.given;

import app.backtrack.events.PatientRef;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service's HTTP interface, as one caller uses it. */
public final class Api {
    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** With a bearer token. */
    public static Api as(String token) {
        return new Api(token);
    }

    /** Sends JSON to a fact's path, such as {@code pain-scores}. */
    public ValidatableResponse put(PatientRef patient, String kind, UUID id, String json) {
        return put("/v1/patients/" + patient.patient() + "/" + kind + "/" + id, json);
    }

    /** Sends JSON. */
    public ValidatableResponse put(String path, String json) {
        return request().contentType(ContentType.JSON).body(json).put(path).then();
    }

    /** Sends JSON to be worked on. */
    public ValidatableResponse post(String path, String json) {
        return request().contentType(ContentType.JSON).body(json).post(path).then();
    }

    /** Takes a fact back. */
    public ValidatableResponse retract(PatientRef patient, String kind, UUID id, int revision) {
        return delete("/v1/patients/" + patient.patient() + "/" + kind + "/" + id + "?revision=" + revision
                + "&reason=entered-in-error");
    }

    /** Deletes. */
    public ValidatableResponse delete(String pathAndQuery) {
        return request().urlEncodingEnabled(false).delete(pathAndQuery).then();
    }

    /** Hands in many facts. */
    public ValidatableResponse journal(String contentType, String body) {
        return request()
                .contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/journal")
                .then();
    }

    /** Reads. */
    public ValidatableResponse get(String pathAndQuery) {
        return request().urlEncodingEnabled(false).get(pathAndQuery).then();
    }

    /** Reads something of a patient, such as {@code progress?weeks=12}. */
    public ValidatableResponse get(PatientRef patient, String what) {
        return get("/v1/patients/" + patient.patient() + "/" + what);
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token);
    }

    /** A score that was just taken. */
    public static String score(int score) {
        return score(1, score, Instant.now(), null);
    }

    /** A revision of a score; with a reason where it is a correction. */
    public static String score(int revision, int score, Instant at, @Nullable String reason) {
        return "{\"revision\":%d,\"score\":%d,\"context\":\"average-24h\",\"occurredAt\":\"%s\",\"zone\":\"Europe/Berlin\"%s}"
                .formatted(
                        revision,
                        score,
                        at.truncatedTo(ChronoUnit.SECONDS),
                        reason == null ? "" : ",\"reason\":\"" + reason + "\"");
    }
}
