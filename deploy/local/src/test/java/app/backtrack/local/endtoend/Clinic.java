package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A clinic that no other test uses, with its own software and one therapist whose mail is delivered.
 *
 * @param system where it is served
 * @param id its id
 * @param therapist the therapist's account name
 * @param token its software's bearer token
 * @param therapistToken the therapist's bearer token
 */
record Clinic(LocalSystem system, String id, String therapist, String token, String therapistToken) {
    static final String ZONE = "Europe/Berlin";

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);

    static Clinic open(LocalSystem system) {
        return open(system, system.urls().notification());
    }

    /** Such a clinic, made known to one of several notification-services. */
    static Clinic open(LocalSystem system, URI notification) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String id = "clinic-" + mark;
        String therapist = "therapist-" + mark;
        Clinic clinic = new Clinic(
                system,
                id,
                therapist,
                system.token(Account.system(id, "software-" + mark)),
                system.token(Account.therapist(id, therapist)));
        Api.put(notification.resolve(clinic.mailbox().getPath()), clinic.token(), Map.of("email", clinic.email()))
                .is(200);
        // The tests run at any hour.
        Api.call(
                        "PUT",
                        notification.resolve("/v1/preferences"),
                        clinic.therapistToken(),
                        Map.of("quietHours", Map.of("from", "00:00", "until", "00:00")),
                        Map.of("If-Match", "\"0\""))
                .is(200);
        return clinic;
    }

    /** The bearer token of the clinic's administrator. */
    String adminToken() {
        return system.token(Account.admin(id, "admin-" + id));
    }

    /** The bearer token of some patient. */
    String patientToken() {
        return system.token(Account.patient(id, UUID.randomUUID().toString()));
    }

    /** Where the therapist's mail goes. */
    String email() {
        return therapist + "@example.org";
    }

    URI mailbox() {
        return system.urls().notification().resolve("/v1/clinicians/" + therapist + "/mailbox");
    }

    /** A patient who may log at once; nothing is waited for. */
    Patient enrol() {
        Patient patient = new Patient(this, UUID.randomUUID());
        Api.put(patient.record(), token, enrolment()).is(201);
        return patient;
    }

    /** A patient with a program. */
    Patient enrolWithProgram(LocalDate startsOn) {
        Patient patient = enrol();
        Api.put(patient.program(UUID.randomUUID()), token, prescription(startsOn))
                .is(201);
        return patient;
    }

    Map<String, Object> enrolment() {
        return Map.of("zone", ZONE, "name", "Somebody of " + id, "therapists", List.of(therapist));
    }

    static Map<String, Object> prescription(LocalDate startsOn) {
        return Map.of("template", "lower-back-starter", "startsOn", startsOn.toString());
    }

    /** The therapist's inbox about one patient, each entry whole. */
    List<JsonNode> inbox(Patient patient) {
        return inbox().stream()
                .filter(entry -> isAbout(patient, entry))
                .map(this::whole)
                .toList();
    }

    /** What of it was found under a rule. */
    List<JsonNode> inbox(Patient patient, String rule) {
        return inbox(rule)
                .filter(entry -> isAbout(patient, entry))
                .map(this::whole)
                .toList();
    }

    private Stream<JsonNode> inbox(String rule) {
        return inbox().stream().filter(entry -> entry.path("rule").asText().equals(rule));
    }

    private List<JsonNode> inbox() {
        List<JsonNode> entries = new ArrayList<>();
        Optional<URI> page = Optional.of(URI.create(inboxUrl() + "?limit=200"));
        while (page.isPresent()) {
            Answer answer = Api.get(page.get(), therapistToken).is(200);
            answer.json().path("entries").forEach(entries::add);
            page = answer.nextPage().map(inboxUrl()::resolve);
        }
        return entries;
    }

    private URI inboxUrl() {
        return system.urls().notification().resolve("/v1/inbox");
    }

    private static boolean isAbout(Patient patient, JsonNode entry) {
        return entry.path("patientId").asText().equals(patient.id().toString());
    }

    /** What a list says of an entry, and what became of its mails. */
    private JsonNode whole(JsonNode entry) {
        URI alone = URI.create(inboxUrl() + "/" + entry.path("id").asText());
        return Api.get(alone, therapistToken).is(200).json();
    }

    /** The one entry about a patient under a rule, as soon as it is there and its mail is sent. */
    JsonNode entryWithSentMail(Patient patient, String rule, Duration limit) {
        return Eventually.within(limit, () -> {
            List<JsonNode> entries = inbox(patient, rule);
            assertThat(entries).as("entries of %s", rule).hasSize(1);
            return withSentMail(entries.getFirst());
        });
    }

    private static JsonNode withSentMail(JsonNode entry) {
        assertThat(entry.path("deliveries")).hasSize(1);
        assertThat(entry.at("/deliveries/0/state").asText()).isEqualTo("sent");
        return entry;
    }

    /** Fails unless each of these patients comes into the inbox under a rule, and none twice. */
    void assertToldOnce(List<Patient> patients, String rule) {
        var unused = entriesOfEach(patients, rule, TOLD_WITHIN);
    }

    /** Fails unless such an entry's mail came once, or twice under one Message-ID where its sender was killed. */
    void assertMailed(List<Patient> patients, String rule, Duration limit) {
        for (JsonNode listed : entriesOfEach(patients, rule, limit)) {
            JsonNode entry = Eventually.within(limit, () -> withSentMail(whole(listed)));
            assertThat(mails(entry.at("/deliveries/0/messageId").asText())).hasSizeBetween(1, 2);
        }
    }

    /** One look is for all of them: an inbox of thousands takes a while to read. */
    private List<JsonNode> entriesOfEach(List<Patient> patients, String rule, Duration limit) {
        Set<String> ids =
                patients.stream().map(patient -> patient.id().toString()).collect(Collectors.toSet());
        return Eventually.within(limit, () -> {
            List<JsonNode> entries = inbox(rule)
                    .filter(entry -> ids.contains(entry.path("patientId").asText()))
                    .toList();
            assertThat(entries.stream().map(entry -> entry.path("patientId").asText()))
                    .as("patients with an entry of %s", rule)
                    .containsExactlyInAnyOrderElementsOf(ids);
            return entries;
        });
    }

    /** The mails that the mail server took for the therapist under this Message-ID. */
    List<JsonNode> mails(String messageId) {
        String path = "/mail.json/" + URLEncoder.encode(messageId, StandardCharsets.UTF_8);
        JsonNode mails =
                Api.get(system.urls().mail().resolve(path), null).is(200).json();
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail -> mail.path("to").asText().contains(email()))
                .toList();
    }
}
