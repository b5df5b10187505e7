package app.backtrack.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sends the demo clinic through the public API, as the clinics' own systems would. Doing it twice changes nothing. */
public final class DemoLoader {

    private static final int BATCH = 250;
    private static final int ATTEMPTS = 20;
    private static final Duration APPLIED_WITHIN = Duration.ofMinutes(2);
    private static final Map<String, String> MAILBOXES = Map.of(
            "thea.harbour", "harbour-physio",
            "tom.harbour", "harbour-physio",
            "hanna.hillside", "hillside-backs");

    private final URI program;
    private final URI tracking;
    private final URI notification;
    private final UnaryOperator<String> tokenOfClinic;
    private final ApiClient api = new ApiClient();

    /**
     * For the services at these addresses.
     *
     * @param tokenOfClinic the token of a clinic's system by the clinic's id
     */
    public DemoLoader(URI program, URI tracking, URI notification, UnaryOperator<String> tokenOfClinic) {
        this.program = program;
        this.tracking = tracking;
        this.notification = notification;
        this.tokenOfClinic = tokenOfClinic;
    }

    /** Sends everybody, and returns when every patient's progress shows what was sent; says after each patient. */
    public void load(DemoClinic clinic, Runnable afterEach) {
        MAILBOXES.forEach((clinician, clinicId) -> put(
                notification.resolve("/v1/clinicians/" + clinician + "/mailbox"),
                clinicId,
                Map.of("email", clinician + "@" + clinicId + ".example")));
        Map<DemoPatient, String> positions = new LinkedHashMap<>();
        for (DemoPatient patient : clinic.patients()) {
            enrol(patient);
            positions.put(patient, sendFacts(patient, clinic.facts(patient)));
            afterEach.run();
        }
        positions.forEach(this::awaitApplied);
    }

    private void enrol(DemoPatient patient) {
        URI url = program.resolve("/v1/patients/" + patient.id());
        put(
                url,
                patient.clinicId(),
                Map.of(
                        "zone", patient.zone().getId(),
                        "identifiers",
                                List.of(Map.of("system", "urn:example:charts", "value", patient.ownIdentifier())),
                        "name", patient.name(),
                        "therapists", List.of(patient.therapist())));
        put(URI.create(url + "/programs/" + patient.programId()), patient.clinicId(), DemoPrescription.of(patient));
    }

    private void put(URI url, String clinicId, Object body) {
        api.put(url, tokenOfClinic.apply(clinicId), body);
    }

    /** Answers the position of what was sent last. */
    private String sendFacts(DemoPatient patient, List<DemoFact> facts) {
        String position = "";
        for (int from = 0; from < facts.size(); from += BATCH) {
            List<DemoFact> batch = facts.subList(from, Math.min(from + BATCH, facts.size()));
            position = sendBatch(patient, batch);
        }
        return position;
    }

    private String sendBatch(DemoPatient patient, List<DemoFact> batch) {
        List<DemoFact> open = batch;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpResponse<String> answer =
                    api.post(tracking.resolve("/v1/journal"), tokenOfClinic.apply(patient.clinicId()), open);
            open = toTryAgain(open, answer.body());
            if (open.isEmpty()) {
                return answer.headers().firstValue("Backtrack-Position").orElse("");
            }
        }
        throw new IllegalStateException("the demo clinic is not accepted after " + ATTEMPTS + " attempts");
    }

    private static List<DemoFact> toTryAgain(List<DemoFact> sent, String answer) {
        JsonNode results = read(answer);
        if (results.size() != sent.size()) {
            throw new IllegalStateException("the journal answers " + results.size() + " of " + sent.size() + " facts");
        }
        List<DemoFact> again = new ArrayList<>();
        for (JsonNode result : results) {
            if (result.path("retry").asBoolean()) {
                again.add(sent.get(result.path("index").asInt()));
            } else if (!result.path("status").asText().equals("accepted")) {
                throw new IllegalStateException("a demo fact is refused: " + result);
            }
        }
        return again;
    }

    private static JsonNode read(String answer) {
        try {
            return ApiClient.JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal's answer is not JSON", e);
        }
    }

    private void awaitApplied(DemoPatient patient, String position) {
        URI url = URI.create(tracking.resolve("/v1/patients/" + patient.id() + "/progress") + "?weeks=12&after="
                + URLEncoder.encode(position, StandardCharsets.UTF_8));
        long end = System.nanoTime() + APPLIED_WITHIN.toNanos();
        while (!isApplied(api.get(url, tokenOfClinic.apply(patient.clinicId())))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the demo clinic's progress is not there after " + APPLIED_WITHIN);
            }
        }
    }

    /** The service itself waits up to 2 s before it says no, so asking again at once is no hurry. */
    private static boolean isApplied(HttpResponse<String> progress) {
        return progress.headers()
                .firstValue("Backtrack-Applied")
                .map(Boolean::parseBoolean)
                .orElse(true);
    }
}
