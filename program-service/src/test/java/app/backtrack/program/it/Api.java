package app.backtrack.program.it;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Speaks to the service as somebody. */
public record Api(String token) {
    /**
     * Where the patients live whom {@link #enrol} enrols; their today is another one than UTC's for some hours a day.
     */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String ENROLMENT = "{\"zone\":\"" + ZONE + "\",\"therapists\":[\"thea.harbour\"]}";

    /** A request with the token. */
    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** Sends a body to be put. */
    public ValidatableResponse put(String path, String body) {
        return request().body(body).put(path).then();
    }

    /** Reads. */
    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** Enrols a patient without any identity. */
    public void enrol(String patientId) {
        put("/v1/patients/" + patientId, ENROLMENT).statusCode(201);
    }

    /** Sends requests at the same time and returns the statuses of the answers in ascending order. */
    public static List<Integer> race(List<Callable<Response>> requests)
            throws InterruptedException, ExecutionException {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> answer : racers.invokeAll(requests)) {
                statuses.add(answer.get().statusCode());
            }
        }
        statuses.sort(null);
        return statuses;
    }
}
