package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Operation.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole public API, with something of a clinic behind each operation that its requests speak of.
 *
 * @param clinic whose patient, program and inbox entry they speak of
 * @param patient who has all of it
 * @param program the patient's
 * @param entry the id of the one entry in the therapist's inbox
 * @param alert the id of the alert that the entry tells of
 * @param endpoint the id of the clinic's webhook endpoint
 */
record Surface(Clinic clinic, Patient patient, UUID program, String entry, String alert, UUID endpoint) {
    /** Where nobody listens. */
    static final String RECEIVER = "http://127.0.0.1:9/hook";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** The program's entity tag: prescribed, then paused. */
    static final String PAUSED = "\"2\"";

    private static final Duration READY_LIMIT = Duration.ofSeconds(30);

    static Surface open(LocalSystem system) {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        UUID program = UUID.randomUUID();
        Api.put(patient.program(program), clinic.token(), Clinic.prescription(Fact.today()))
                .is(201);
        patient.send(Fact.screen(Fact.today(), "constant-night-pain")).is(202);
        JsonNode entry = clinic.entryWithSentMail(patient, "red-flag", READY_LIMIT);
        // The red flag pauses the program; what the tests do comes after that.
        Eventually.holds(() -> assertThat(Api.get(patient.program(program), clinic.token())
                        .is(200)
                        .header("ETag"))
                .isEqualTo(PAUSED));
        UUID endpoint = UUID.randomUUID();
        Api.put(
                        system.urls().notification().resolve("/v1/webhook-endpoints/" + endpoint),
                        clinic.token(),
                        Map.of("url", RECEIVER, "types", List.of("patient.enrolled")))
                .is(201);
        return new Surface(
                clinic,
                patient,
                program,
                entry.path("id").asText(),
                entry.path("alertId").asText(),
                endpoint);
    }

    /** What the tests know to call. */
    Stream<Operation> operations() {
        return Operation.all(patient, clinic).stream();
    }

    /** What the services say can be called, by {@link Operation#name()}. */
    Set<String> live() {
        return services().entrySet().stream()
                .flatMap(service -> live(service.getKey(), service.getValue()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> live(String service, URI url) {
        JsonNode paths = Api.get(url.resolve("/q/openapi?format=json"), null)
                .is(200)
                .json()
                .path("paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> service + " " + method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    /** Calls an operation about what is there. */
    Answer call(Operation operation, @Nullable String token, @Nullable Object body) {
        return Api.call(operation.method(), url(operation), token, body, operation.headers());
    }

    /** Calls an operation about what is not there. */
    Answer callAboutNothing(Operation operation, @Nullable String token, @Nullable Object body) {
        String path = path(operation)
                .replace(patient.id().toString(), UUID.randomUUID().toString())
                .replace(entry, entry.substring(1) + entry.charAt(0))
                .replace(alert, alert.substring(1) + alert.charAt(0))
                .replace(endpoint.toString(), UUID.randomUUID().toString());
        return Api.call(operation.method(), url(operation, path), token, body, operation.headers());
    }

    /** Calls an operation about another patient of the clinic. */
    Answer callAbout(Patient other, Operation operation, @Nullable String token) {
        String whom = patient.id().toString();
        Object body = operation.body() == null
                ? null
                : Api.written(operation.body()).replace(whom, other.id().toString());
        String path = path(operation).replace(whom, other.id().toString());
        return Api.call(operation.method(), url(operation, path), token, body, operation.headers());
    }

    /** Somebody of a clinic who may call an operation. */
    static String token(Operation operation, Clinic who) {
        if (operation.template().equals("/v1/export")
                || operation.subject() == Subject.PATIENT_OF_ADMIN
                || operation.template().endsWith("/access-log")
                || operation.method().equals("PUT") && operation.template().matches("/v1/(clinic/settings|branding)")) {
            return who.adminToken();
        }
        if (operation.template().equals("/v1/reminders")
                || operation.template().startsWith("/v1/patients/{patientId}/notes")
                || operation.template().endsWith("/mailbox/verification")) {
            return who.patientToken();
        }
        boolean forPeopleOnly = operation.template().startsWith("/v1/inbox")
                || operation.template().startsWith("/v1/push-subscriptions")
                || operation.template().equals("/v1/preferences")
                || operation.template().startsWith("/v1/alert")
                || operation.template().equals("/v1/insight-rehearsals")
                || operation.template().endsWith("/care-time/{id}")
                || !operation.method().equals("GET")
                        && operation.template().matches("/v1/(catalog|templates|.*/contraindications)/.*");
        return forPeopleOnly ? who.therapistToken() : who.token();
    }

    URI url(Operation operation) {
        return url(operation, path(operation));
    }

    private URI url(Operation operation, String path) {
        URI service = services().get(operation.service());
        return Objects.requireNonNull(service).resolve(path + operation.query());
    }

    /** Where a service listens. */
    URI service(String name) {
        return Objects.requireNonNull(services().get(name));
    }

    private Map<String, URI> services() {
        LocalSystem system = clinic.system();
        return Map.of(
                "program-service", system.urls().program(),
                "tracking-service", system.urls().tracking(),
                "notification-service", system.urls().notification());
    }

    private String path(Operation operation) {
        String id = switch (operation.subject()) {
            case ENTRY -> entry;
            case ALERT -> alert;
            case PATIENT, PATIENT_OF_ADMIN, ITEMS, ENDPOINT, ADMIN, STREAM, OWN ->
                UUID.randomUUID().toString();
        };
        return operation
                .template()
                .replace("{patientId}", patient.id().toString())
                .replace("{programId}", program.toString())
                .replace("{version}", "1")
                .replace("{purpose}", "tracking")
                .replace("{templateId}", "lower-back-starter")
                .replace("{entryId}", "bird-dog")
                .replace("{exerciseId}", "bird-dog")
                .replace("{clinicianId}", clinic.therapist())
                .replace(
                        "{endpointId}",
                        (operation.subject() == Subject.ENDPOINT ? endpoint : UUID.randomUUID()).toString())
                .replace("{messageId}", "msg_1")
                .replace("{subscriptionId}", entry)
                .replace("{id}", id);
    }
}
