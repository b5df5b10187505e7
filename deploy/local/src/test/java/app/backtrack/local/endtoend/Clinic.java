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
import java.util.UUID;
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
        URI inbox = system.urls().notification().resolve("/v1/inbox");
        List<JsonNode> entries = new ArrayList<>();
        Optional<URI> page = Optional.of(URI.create(inbox + "?limit=200"));
        while (page.isPresent()) {
            Answer answer = Api.get(page.get(), therapistToken).is(200);
            answer.json().path("entries").forEach(entries::add);
            page = answer.nextPage().map(inbox::resolve);
        }
        return entries.stream()
                .filter(entry ->
                        entry.path("patientId").asText().equals(patient.id().toString()))
                .map(entry -> entry.path("id").asText())
                .map(id -> Api.get(URI.create(inbox + "/" + id), therapistToken)
                        .is(200)
                        .json())
                .toList();
    }

    /** What of it was found under a rule. */
    List<JsonNode> inbox(Patient patient, String rule) {
        return inbox(patient).stream()
                .filter(entry -> entry.path("rule").asText().equals(rule))
                .toList();
    }

    /** The one entry about a patient under a rule, as soon as it is there and its mail is sent. */
    JsonNode entryWithSentMail(Patient patient, String rule, Duration limit) {
        return Eventually.within(limit, () -> {
            List<JsonNode> entries = inbox(patient, rule);
            assertThat(entries).as("entries of %s", rule).hasSize(1);
            assertThat(entries.getFirst().path("deliveries")).hasSize(1);
            assertThat(entries.getFirst().at("/deliveries/0/state").asText()).isEqualTo("sent");
            return entries.getFirst();
        });
    }

    /** Fails unless such an entry's mail came once, or twice under the same Message-ID where its sender was killed. */
    void assertMailed(Patient patient, String rule, Duration limit) {
        JsonNode entry = entryWithSentMail(patient, rule, limit);
        assertThat(mails(entry.at("/deliveries/0/messageId").asText())).hasSizeBetween(1, 2);
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
