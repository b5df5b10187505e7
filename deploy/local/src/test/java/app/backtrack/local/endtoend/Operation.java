package app.backtrack.local.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the public API with a request that would go through.
 *
 * @param service which service serves it
 * @param method HTTP method
 * @param template the path as OpenAPI names it
 * @param subject whose or what the path speaks of
 * @param query the query with its question mark, or empty
 * @param headers further headers
 * @param body a body; null where there is none
 */
record Operation(
        String service,
        String method,
        String template,
        Subject subject,
        String query,
        Map<String, String> headers,
        @Nullable Object body) {

    private static final String PATIENT = "/v1/patients/{patientId}";
    private static final String PROGRAM = PATIENT + "/programs/{programId}";
    private static final String CONTRAINDICATIONS = PATIENT + "/contraindications";
    private static final String TEMPLATE = "/v1/templates/{templateId}";
    private static final String CATALOG_ENTRY = "/v1/catalog/{entryId}";
    private static final String ENDPOINT = "/v1/webhook-endpoints/{endpointId}";
    private static final String BROWSERS = "/v1/push-subscriptions";
    private static final String CLINICIAN = "/v1/clinicians/{clinicianId}";
    private static final String SETTINGS = "/v1/clinic/settings";
    private static final String MAILBOX = CLINICIAN + "/mailbox";

    /** What a caller of another clinic must not see. */
    enum Subject {
        /** A patient in the path. */
        PATIENT,
        /** A patient in the path, and for administrators alone. */
        PATIENT_OF_ADMIN,
        /** A patient in each item of the body. */
        ITEMS,
        /** An inbox entry in the path. */
        ENTRY,
        /** An alert in the path. */
        ALERT,
        /** A webhook endpoint in the path. */
        ENDPOINT,
        /** Nothing of another's, and for administrators alone. */
        ADMIN,
        /** Nothing in the path, and the answer does not end by itself. */
        STREAM,
        /** Nothing of another's: each clinic meets its own things only. */
        OWN
    }

    /** Whether a call about what is there is answered, leaves it there, and comes to an end. */
    boolean ends() {
        return subject != Subject.STREAM && !template.endsWith("/notes/events") && !isAboutErasing();
    }

    /** Whether it goes on being answered once the patient was erased. */
    boolean isAboutErasing() {
        return template.endsWith("/erasure");
    }

    /** Every operation that the three services have. */
    static List<Operation> all(Patient patient, Clinic clinic) {
        List<Operation> all = new ArrayList<>(List.of(
                program("GET", "/v1/patients", Subject.OWN, null),
                program("PUT", PATIENT, Subject.OWN, clinic.enrolment()),
                program("GET", PATIENT, Subject.PATIENT, null),
                program("GET", PATIENT + "/programs", Subject.PATIENT, null),
                program(
                        "POST",
                        PATIENT + "/erasure",
                        Subject.PATIENT_OF_ADMIN,
                        Map.of("patientId", patient.id().toString(), "reason", "patient-request")),
                program("GET", PATIENT + "/erasure", Subject.PATIENT_OF_ADMIN, null),
                program("GET", PATIENT + "/consents", Subject.PATIENT, null),
                change(
                        "PUT",
                        PATIENT + "/consents/{purpose}",
                        Subject.PATIENT,
                        Map.of("given", true, "wording", "form 3")),
                program("GET", "/v1/retention-due", Subject.ADMIN, null),
                program("PUT", PROGRAM, Subject.PATIENT, Clinic.prescription(Fact.today())),
                program("GET", PROGRAM, Subject.PATIENT, null),
                program("GET", PROGRAM + "/history", Subject.PATIENT, null),
                program("GET", PROGRAM + "/versions/{version}", Subject.PATIENT, null),
                new Operation("program-service", "GET", PROGRAM + "/diff", Subject.PATIENT, "?from=1", Map.of(), null),
                program("PUT", PROGRAM + "/plan", Subject.PATIENT, plan()),
                program("GET", "/v1/templates", Subject.OWN, null),
                program("GET", TEMPLATE, Subject.OWN, null),
                program("PUT", TEMPLATE, Subject.OWN, ownTemplate()),
                program("GET", "/v1/catalog", Subject.OWN, null)));
        all.add(program("GET", CATALOG_ENTRY, Subject.OWN, null));
        all.add(program("PUT", CATALOG_ENTRY, Subject.OWN, ownEntry()));
        all.add(program("POST", CATALOG_ENTRY + "/hide", Subject.OWN, null));
        all.add(program("POST", CATALOG_ENTRY + "/show", Subject.OWN, null));
        all.add(program("GET", PATIENT + "/day", Subject.PATIENT, null));
        all.add(program("GET", PATIENT + "/due-counts", Subject.PATIENT, null)
                .with("?from=2026-03-02&through=2026-03-08"));
        all.addAll(aboutPatients());
        all.addAll(aboutClinic());
        all.add(program("GET", CONTRAINDICATIONS, Subject.PATIENT, null));
        all.add(program("GET", CONTRAINDICATIONS + "/{exerciseId}", Subject.PATIENT, null));
        all.add(program(
                "PUT",
                CONTRAINDICATIONS + "/{exerciseId}",
                Subject.PATIENT,
                Map.of("standing", "warn", "because", "a reason")));
        for (String change : List.of("pause", "resume", "complete", "stop")) {
            all.add(program("POST", PROGRAM + "/" + change, Subject.PATIENT, Map.of("reason", "a reason")));
        }
        for (Fact fact : withCareTime()) {
            String path = PATIENT + "/" + fact.collection() + "/{id}";
            all.add(tracking("PUT", path, Subject.PATIENT, "", fact.content()));
            all.add(tracking("DELETE", path, Subject.PATIENT, "?revision=2&reason=entered-in-error", null));
        }
        List<Map<String, Object>> items =
                facts().stream().map(fact -> fact.item(patient.id())).toList();
        all.add(tracking("POST", "/v1/journal", Subject.ITEMS, "", items));
        all.add(tracking("GET", PATIENT + "/progress", Subject.PATIENT, "?weeks=4", null));
        for (String detail : List.of("adherence", "sides", "exercises")) {
            all.add(tracking("GET", PATIENT + "/progress/" + detail, Subject.PATIENT, "?weeks=4", null));
        }
        all.add(tracking("GET", PATIENT + "/progression-advice", Subject.PATIENT, "", null));
        all.add(tracking("GET", PATIENT + "/insights", Subject.PATIENT, "", null));
        all.add(tracking("GET", PATIENT + "/timeline", Subject.PATIENT, "", null));
        all.add(tracking("GET", PATIENT + "/questionnaires", Subject.PATIENT, "", null));
        all.add(tracking("GET", PATIENT + "/monitoring", Subject.PATIENT, "?format=csv", null));
        all.add(tracking("GET", PATIENT + "/export", Subject.PATIENT, "?format=csv&series=pain", null));
        all.add(tracking("GET", "/v1/export", Subject.OWN, "", null));
        all.add(tracking("GET", PATIENT + "/access-log", Subject.PATIENT, "", null));
        all.add(tracking("GET", "/v1/clinic/access-log", Subject.OWN, "", null));
        all.add(tracking("GET", PATIENT + "/events", Subject.PATIENT, "?ids=pain-score/any/1", null));
        all.add(tracking("GET", "/v1/caseload", Subject.OWN, "", null));
        // A stream would not end; with this header it is refused once the caller is known.
        all.add(new Operation(
                "tracking-service",
                "GET",
                "/v1/caseload/events",
                Subject.OWN,
                "",
                Map.of("Last-Event-ID", "none"),
                null));
        all.add(tracking("GET", "/v1/monitoring", Subject.OWN, "?from=2026-01-01&through=2026-12-31", null));
        all.add(tracking("GET", "/v1/outcomes", Subject.OWN, "?from=2026-01-01&through=2026-12-31", null));
        all.add(tracking("GET", "/v1/insight-rules", Subject.OWN, "", null));
        all.add(tracking("POST", "/v1/insight-rehearsals", Subject.OWN, "", rehearsal()));
        all.add(notification("PUT", MAILBOX, Subject.OWN, Map.of("email", clinic.email())));
        all.add(notification("GET", MAILBOX, Subject.OWN, null));
        all.add(notification("DELETE", MAILBOX, Subject.OWN, null));
        all.add(notification("GET", "/v1/inbox", Subject.OWN, null));
        all.add(notification("GET", "/v1/inbox/events", Subject.STREAM, null));
        all.add(notification("GET", "/v1/inbox/{id}", Subject.ENTRY, null));
        all.add(notification("POST", "/v1/inbox/{id}/read", Subject.ENTRY, null));
        all.add(notification("POST", "/v1/inbox/{id}/acknowledge", Subject.ENTRY, null));
        all.add(notification("GET", "/v1/deliveries", Subject.ADMIN, null));
        all.add(notification("GET", "/v1/preferences", Subject.OWN, null));
        all.add(preferences());
        all.add(notification("GET", "/v1/branding", Subject.OWN, null));
        all.add(branding());
        all.addAll(alerts());
        all.addAll(webhooks());
        all.addAll(browsers());
        all.addAll(forPatients());
        return all;
    }

    private static Operation preferences() {
        Map<String, Object> quiet = Map.of("from", "22:00", "until", "07:00");
        Map<String, Object> kinds = Map.of("alert", Map.of("email", true));
        return new Operation(
                "notification-service",
                "PUT",
                "/v1/preferences",
                Subject.OWN,
                "",
                Map.of("If-Match", "\"0\""),
                Map.of("language", "en", "quietHours", quiet, "kinds", kinds, "perDay", 20, "digestHour", 8));
    }

    private static Operation branding() {
        return new Operation(
                "notification-service",
                "PUT",
                "/v1/branding",
                Subject.OWN,
                "",
                Map.of("If-Match", "\"0\""),
                Map.of("name", "Our clinic", "colour", "#124060", "zone", "Europe/Berlin"));
    }

    private static List<Operation> alerts() {
        String alert = "/v1/alerts/{id}";
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        return List.of(
                notification("GET", "/v1/alerts", Subject.OWN, null),
                notification("GET", "/v1/alert-report", Subject.OWN, null),
                notification("GET", alert, Subject.ALERT, null),
                decision(alert + "/acknowledge", null),
                decision(alert + "/snooze", Map.of("until", tomorrow)),
                decision(alert + "/assign", Map.of("clinician", "thea.harbour")),
                decision(alert + "/close", Map.of("outcome", "watching")));
    }

    private static Operation decision(String path, @Nullable Object body) {
        return new Operation(
                "notification-service", "POST", path, Subject.ALERT, "", Map.of("If-Match", "\"1\""), body);
    }

    private static List<Operation> webhooks() {
        Map<String, Object> endpoint = Map.of("url", Surface.RECEIVER, "types", List.of("alert.raised"));
        Map<String, Object> range = Map.of("from", "2026-11-20T08:00:00Z", "to", "2026-11-21T08:00:00Z");
        return List.of(
                notification("GET", "/v1/webhook-endpoints", Subject.OWN, null),
                notification("PUT", ENDPOINT, Subject.OWN, endpoint),
                notification("DELETE", ENDPOINT, Subject.OWN, null),
                notification("GET", ENDPOINT, Subject.ENDPOINT, null),
                notification("POST", ENDPOINT + "/secret", Subject.ENDPOINT, null),
                notification("POST", ENDPOINT + "/enable", Subject.ENDPOINT, null),
                notification("GET", ENDPOINT + "/messages", Subject.ENDPOINT, null),
                notification("GET", ENDPOINT + "/messages/{messageId}", Subject.ENDPOINT, null),
                notification("POST", ENDPOINT + "/messages/test", Subject.ENDPOINT, null),
                notification("POST", ENDPOINT + "/messages/replay", Subject.ENDPOINT, range),
                notification("POST", ENDPOINT + "/messages/{messageId}/replay", Subject.ENDPOINT, null));
    }

    private static List<Operation> forPatients() {
        Map<String, Object> times = Map.of(
                "on",
                true,
                "sessionAt",
                "17:00",
                "posture",
                Map.of("from", "09:00", "until", "17:00", "everyMinutes", 150),
                "checklist",
                Map.of("day", "sunday", "at", "18:00"),
                "nothingLoggedAt",
                "20:00");
        String mailbox = PATIENT + "/mailbox";
        return List.of(
                notification("GET", "/v1/reminders", Subject.OWN, null),
                new Operation(
                        "notification-service",
                        "PUT",
                        "/v1/reminders",
                        Subject.OWN,
                        "",
                        Map.of("If-Match", "\"0\""),
                        times),
                notification("GET", PATIENT + "/notes", Subject.PATIENT, null),
                notification("POST", PATIENT + "/notes/{id}/read", Subject.PATIENT, null),
                // The answer does not end by itself; to another patient, and to one who is nobody, it is refused.
                notification("GET", PATIENT + "/notes/events", Subject.PATIENT, null),
                notification("GET", mailbox, Subject.PATIENT, null),
                notification("PUT", mailbox, Subject.PATIENT, Map.of("email", "pat@mail.example")),
                notification("DELETE", mailbox, Subject.PATIENT, null),
                notification("POST", mailbox + "/verification", Subject.PATIENT, Map.of("code", "123456")));
    }

    private static List<Operation> browsers() {
        Map<String, Object> keys = Map.of(
                "p256dh",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "auth",
                "BTBZMqHH6r4Tts7J_aSIgg");
        return List.of(
                notification("GET", BROWSERS + "/key", Subject.OWN, null),
                notification("GET", BROWSERS, Subject.OWN, null),
                notification("POST", BROWSERS, Subject.OWN, Map.of("endpoint", Surface.RECEIVER, "keys", keys)),
                notification("DELETE", BROWSERS + "/{subscriptionId}", Subject.OWN, null));
    }

    /** One of each kind that everybody of the clinic may hand in. */
    static List<Fact> facts() {
        return List.of(
                Fact.score(4, Fact.today()),
                Fact.session(Fact.today()),
                Fact.screen(Fact.today(), "fever-or-feeling-ill"),
                Fact.flare(Fact.today()),
                Fact.questionnaire(Fact.today()),
                Fact.habit(Fact.today()),
                Fact.selfCheck(Fact.today()));
    }

    private static List<Fact> withCareTime() {
        List<Fact> all = new ArrayList<>(facts());
        all.add(Fact.careTime(Fact.today()));
        return all;
    }

    private static List<Operation> aboutPatients() {
        Map<String, Object> chart = Map.of("system", "urn:example:charts", "value", "H-0001");
        Map<String, Object> goal = Map.of("id", "0198f0a5-0000-7000-8000-000000000001", "text", "Sit through a film");
        return List.of(
                program("POST", "/v1/patients/search", Subject.OWN, Map.of("name", "ada", "identifier", chart)),
                program("GET", PATIENT + "/history", Subject.PATIENT, null),
                program("GET", PATIENT + "/identity", Subject.PATIENT, null),
                change("PUT", PATIENT + "/identity", Subject.PATIENT, Map.of("identifiers", List.of(chart))),
                program("GET", PATIENT + "/goals", Subject.PATIENT, null),
                change(
                        "PUT",
                        PATIENT + "/goals",
                        Subject.PATIENT,
                        Map.of("goals", List.of(goal), "activities", List.of())),
                program("GET", PATIENT + "/time-zone", Subject.PATIENT, null),
                change("PUT", PATIENT + "/time-zone", Subject.PATIENT, Map.of("zone", "Europe/London")),
                change("PUT", PATIENT + "/therapists", Subject.PATIENT, Map.of("therapists", List.of("thea"))),
                change("POST", PATIENT + "/discharge", Subject.PATIENT, Map.of("reason", "a reason")),
                change(
                        "POST",
                        PATIENT + "/enrol",
                        Subject.PATIENT,
                        Map.of("zone", "Europe/London", "therapists", List.of())));
    }

    private static List<Operation> aboutClinic() {
        return List.of(
                program("GET", "/v1/clinicians", Subject.OWN, null),
                program("PUT", CLINICIAN, Subject.OWN, Map.of("name", "Thea Harbour")),
                program("DELETE", CLINICIAN, Subject.OWN, null),
                program("GET", SETTINGS, Subject.OWN, null),
                program("GET", SETTINGS + "/history", Subject.OWN, null),
                change("PUT", SETTINGS, Subject.OWN, Map.of("thresholds", Map.of("silence-hours", 72))));
    }

    private static Map<String, Object> ownEntry() {
        return Map.of(
                "kind", "exercise",
                "name", "Hip hinge",
                "category", "hinge",
                "sides", "two-sided",
                "sideLogging", "none",
                "measures", List.of("reps"));
    }

    private static Map<String, Object> ownTemplate() {
        Map<String, Object> phase = Map.of("name", "All weeks", "fromWeek", 1, "toWeek", 12, "items", List.of(item()));
        return Map.of("name", "Ours", "description", "For offices", "weeks", 12, "phases", List.of(phase));
    }

    private static Map<String, Object> item() {
        return Map.of(
                "exercise", "bird-dog",
                "sides", Map.of("rule", "each"),
                "frequency", Map.of("repetition", "times-per-week", "times", 3));
    }

    private static Map<String, Object> rehearsal() {
        return Map.of(
                "rule", "pain-spike",
                "thresholds", Map.of("spike-points", 3),
                "from", "2026-03-02",
                "through", "2026-03-08");
    }

    private static Map<String, Object> plan() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("name", "Lower back");
        plan.put("weeks", 12);
        plan.put("items", List.of(item()));
        return plan;
    }

    private static Operation program(String method, String path, Subject subject, @Nullable Object body) {
        Map<String, String> headers =
                path.startsWith(PROGRAM + "/") && body != null ? Map.of("If-Match", "\"1\"") : Map.of();
        return new Operation("program-service", method, path, subject, "", headers, body);
    }

    /** An operation that changes what others may have changed. */
    private static Operation change(String method, String path, Subject subject, Object body) {
        return new Operation("program-service", method, path, subject, "", Map.of("If-Match", "\"1\""), body);
    }

    private static Operation tracking(
            String method, String path, Subject subject, String query, @Nullable Object body) {
        return new Operation("tracking-service", method, path, subject, query, Map.of(), body);
    }

    private static Operation notification(String method, String path, Subject subject, @Nullable Object body) {
        return new Operation("notification-service", method, path, subject, "", Map.of(), body);
    }

    private Operation with(String otherQuery) {
        return new Operation(service, method, template, subject, otherQuery, headers, body);
    }

    /** Method and path as the OpenAPI document lists them. */
    String name() {
        return service + " " + method + " " + template;
    }

    @Override
    public String toString() {
        return name();
    }
}
