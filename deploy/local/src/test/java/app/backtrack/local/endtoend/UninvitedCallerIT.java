package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each operation there is × whose data it speaks of × who calls: nobody, somebody with a bad token, each role of the
 * clinic and of another one. What is expected stands in {@link Matrix}.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UninvitedCallerIT {
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(30);
    private static final int ROUNDS = 6;

    private final Surface surface;
    private final Clinic clinic;
    private final Clinic stranger;
    private final Patient neighbour;
    private final Patient erased;
    private final Map<String, String> forged;
    private final String good;
    private final Map<String, String> tokens = new HashMap<>();

    UninvitedCallerIT(LocalSystem system) {
        this.surface = Surface.open(system);
        this.clinic = surface.clinic();
        this.stranger = Clinic.open(system);
        this.neighbour = clinic.enrol();
        this.erased = clinic.enrol();
        Api.post(
                        URI.create(erased.record() + "/erasure"),
                        clinic.adminToken(),
                        Map.of("patientId", erased.id().toString(), "reason", "patient-request"))
                .is(202);
        ForgedTokens forger = new ForgedTokens(system);
        this.forged = forger.of(clinic.id());
        this.good = forger.good(clinic.id());
        Patient theirs = stranger.enrol();
        for (String role : Matrix.ROLES) {
            tokens.put("own " + role, token(system, clinic, surface.patient(), role));
            tokens.put("strange " + role, token(system, stranger, theirs, role));
        }
        tokens.put(
                "neighbour",
                system.token(Account.patient(clinic.id(), neighbour.id().toString())));
        tokens.put(
                "erased", system.token(Account.patient(clinic.id(), erased.id().toString())));
        tokens.put("scopeless", system.token(Account.system(clinic.id(), "scopeless-" + clinic.id(), "other:none")));
    }

    private static String token(LocalSystem system, Clinic who, Patient patient, String role) {
        return switch (role) {
            case "patient" ->
                system.token(Account.patient(who.id(), patient.id().toString()));
            case "therapist" -> who.therapistToken();
            case "clinic-admin" -> who.adminToken();
            default -> who.token();
        };
    }

    private String token(String whose) {
        return Objects.requireNonNull(tokens.get(whose), whose);
    }

    private Stream<Operation> operations() {
        return surface.operations();
    }

    private Stream<Operation> aboutAPatient() {
        return operations().filter(operation -> operation.template().contains("{patientId}"));
    }

    @Test
    void every_operation_of_the_live_documents_has_a_row_and_every_row_an_operation() {
        assertThat(Matrix.names()).containsExactlyInAnyOrderElementsOf(surface.live());
    }

    @Test
    void a_token_with_nothing_wrong_is_taken() {
        Api.get(surface.patient().record(), good).is(200);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_token_or_with_a_bad_one_it_is_401(Operation operation) {
        Answer nobody = unauthorized(operation, null);
        forged.forEach(
                (what, token) -> assertThat(unauthorized(operation, token).text())
                        .as("%s with %s", operation, what)
                        .isEqualTo(nobody.text()));
    }

    private Answer unauthorized(Operation operation, @Nullable String token) {
        Answer answer = surface.call(operation, token, operation.body()).isProblem(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        return answer;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void who_has_no_part_in_it_is_403_whatever_it_speaks_of(Operation operation) {
        for (String role : Matrix.ROLES) {
            if (!Matrix.of(operation).roles().contains(role)) {
                Answer own = surface.call(operation, token("own " + role), operation.body())
                        .isProblem(403);
                assertThat(own.json().path("type").asText()).isEqualTo("urn:backtrack:problem:forbidden");
                assertThat(surface.call(operation, token("strange " + role), operation.body())
                                .text())
                        .isEqualTo(own.text());
                assertThat(surface.callAboutNothing(operation, token("own " + role), operation.body())
                                .text())
                        .isEqualTo(own.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_clinic_system_without_the_scope_is_403_and_told_which(Operation operation) {
        String scope = Matrix.of(operation).scope();
        Answer answer =
                surface.call(operation, token("scopeless"), operation.body()).isProblem(403);

        assertThat(answer.text()).contains(scope.isEmpty() ? "forbidden" : "scope " + scope);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void who_has_a_part_in_it_gets_in(Operation operation) {
        for (String role : Matrix.of(operation).roles()) {
            if (operation.ends()) {
                Answer answer = surface.call(operation, token("own " + role), operation.body());
                assertThat(answer.status())
                        .as("%s by %s: %s", operation, role, answer.text())
                        .isNotIn(401, 403);
                assertThat(answer.status()).isLessThan(500);
                assertThat(answer.text()).as("%s by %s", operation, role).doesNotContain("unknown-patient");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_another_clinics_or_another_patients_looks_like_what_does_not_exist(Operation operation) {
        for (String role : Matrix.of(operation).roles()) {
            meets(operation, token("own " + role), token("strange " + role));
        }
        if (Matrix.of(operation).roles().contains("patient")) {
            meets(operation, token("own patient"), token("neighbour"));
        }
    }

    private void meets(Operation operation, String own, String foreign) {
        switch (operation.subject()) {
            case PATIENT, PATIENT_OF_ADMIN, ENTRY, ALERT, ENDPOINT -> {
                Answer theirs = surface.call(operation, foreign, operation.body());
                Answer nothing = surface.callAboutNothing(operation, own, operation.body());
                assertThat(theirs.isProblem(404).text())
                        .isEqualTo(nothing.isProblem(404).text());
            }
            case ITEMS -> {
                Patient nobody = new Patient(clinic, UUID.randomUUID());
                Answer theirs = surface.call(operation, foreign, items(surface.patient()));
                Answer nothing = surface.call(operation, own, items(nobody));
                assertThat(problems(theirs)).hasSameSizeAs(Operation.facts()).isEqualTo(problems(nothing));
                assertThat(problems(theirs))
                        .extracting(problem -> problem.path("status").asInt())
                        .containsOnly(404);
            }
            case STREAM -> {
                // What it tells is tried where it is read.
            }
            case ADMIN, OWN ->
                assertThat(surface.callAboutNothing(
                                        operation, foreign, operation.method().equals("GET") ? null : "{}")
                                .text())
                        .doesNotContain(secrets(surface));
        }
    }

    @ParameterizedTest
    @MethodSource("aboutAPatient")
    void who_was_erased_is_gone_for_their_clinic_and_was_never_there_for_others(Operation operation) {
        for (String role : Matrix.of(operation).roles()) {
            String own = role.equals("patient") ? token("erased") : token("own " + role);
            Answer answer = surface.callAbout(erased, operation, own);
            if (operation.isAboutErasing()) {
                assertThat(answer.status()).as("%s", operation).isIn(200, 202);
            } else {
                assertThat(answer.isProblem(410).text()).contains("patient-erased");
            }
            if (operation.subject() == Operation.Subject.PATIENT) {
                Answer foreign = surface.callAbout(erased, operation, token("strange " + role));
                Answer nothing = surface.callAboutNothing(operation, token("strange " + role), operation.body());
                assertThat(foreign.isProblem(404).text())
                        .isEqualTo(nothing.isProblem(404).text());
            }
        }
    }

    @Test
    void each_fact_of_who_was_erased_is_refused_for_good() {
        URI journal = clinic.system().urls().tracking().resolve("/v1/journal");

        Eventually.holds(() -> assertThat(problems(Api.post(journal, clinic.token(), items(erased))))
                .hasSameSizeAs(Operation.facts())
                .extracting(problem -> problem.path("status").asInt())
                .containsOnly(404));
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void no_way_of_writing_a_path_leads_past_the_door(String path) {
        for (String service : List.of("program-service", "tracking-service", "notification-service")) {
            URI url = URI.create("http://" + surface.service(service).getAuthority() + path);
            assertThat(Api.get(url, null).status()).as("%s %s", service, path).isIn(400, 401, 404, 405);
            Answer foreign = Api.get(url, token("strange clinic-admin"));
            assertThat(foreign.status()).as("%s %s", service, path).isIn(400, 404, 405);
            assertThat(foreign.text()).doesNotContain("dailyValues", "identifiers", "Somebody of");
        }
    }

    private Stream<String> tricks() {
        String patient = "/v1/patients/" + surface.patient().id();
        return Stream.of("", "/progress", "/identity", "/timeline", "/export", "/access-log")
                .flatMap(tail -> Stream.of(
                        patient + tail + "/",
                        patient + tail + ";",
                        patient + tail + ";role=clinic-admin",
                        patient + ";x=" + clinic.id() + tail,
                        "/v1;/patients/" + surface.patient().id() + tail,
                        "//v1/patients/" + surface.patient().id() + tail,
                        "/v1//patients/" + surface.patient().id() + tail,
                        "/v1/./patients/" + surface.patient().id() + tail,
                        "/q/../v1/patients/" + surface.patient().id() + tail,
                        "/q/health/%2e%2e/%2e%2e/v1/patients/"
                                + surface.patient().id() + tail,
                        "/v1/%70atients/" + surface.patient().id() + tail,
                        "/v1%2fpatients%2f" + surface.patient().id() + tail,
                        "/V1/patients/" + surface.patient().id() + tail,
                        "/v1/Patients/" + surface.patient().id() + tail,
                        "/v1/patients/" + surface.patient().id().toString().toUpperCase(Locale.ROOT) + tail,
                        patient + tail + "%00",
                        patient + tail + "%20"))
                .distinct();
    }

    @Test
    void two_clinics_at_once_never_see_each_others_data() {
        Surface other = Surface.open(clinic.system());
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                callers.add(CompletableFuture.runAsync(() -> hammer(surface, other), threads));
                callers.add(CompletableFuture.runAsync(() -> hammer(other, surface), threads));
            }
            CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).join();
        }
    }

    /** Reads all that can be read of one's own and looks into each answer for what is the other's. */
    private static void hammer(Surface own, Surface other) {
        own.operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.subject() != Operation.Subject.STREAM)
                .forEach(operation -> {
                    Answer answer = own.call(operation, Surface.token(operation, own.clinic()), null);
                    assertThat(answer.status())
                            .as("%s: %s", operation, answer.text())
                            .isLessThan(500);
                    assertThat(answer.text()).as("%s", operation).doesNotContain(secrets(other));
                });
    }

    private static String[] secrets(Surface of) {
        return new String[] {
            of.clinic().id(),
            of.clinic().email(),
            of.entry(),
            of.alert(),
            of.endpoint().toString(),
            of.patient().id().toString()
        };
    }

    @Test
    void one_id_in_two_clinics_names_two_patients() {
        Patient here = clinic.enrol();
        Patient there = new Patient(stranger, here.id());

        Api.get(there.record(), stranger.token()).isProblem(404);
        Api.put(there.record(), stranger.token(), stranger.enrolment()).is(201);
        there.send(Fact.screen(Fact.today(), "constant-night-pain")).is(202);

        stranger.entryWithSentMail(there, "red-flag", MAIL_LIMIT);
        assertThat(clinic.inbox(here)).isEmpty();
        assertThat(here.timeline()).isEmpty();
    }

    private static List<Map<String, Object>> items(Patient about) {
        return Operation.facts().stream().map(fact -> fact.item(about.id())).toList();
    }

    private static List<JsonNode> problems(Answer journal) {
        return StreamSupport.stream(journal.is(200).json().spliterator(), false)
                .map(result -> result.path("problem"))
                .toList();
    }
}
