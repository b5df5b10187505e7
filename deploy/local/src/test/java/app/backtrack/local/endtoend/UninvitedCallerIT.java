package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody, somebody with a bad token, and somebody of another clinic call each operation there is. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UninvitedCallerIT {
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(30);

    private final Surface surface;
    private final Clinic clinic;
    private final Clinic stranger;

    UninvitedCallerIT(LocalSystem system) {
        this.surface = Surface.open(system);
        this.clinic = surface.clinic();
        this.stranger = Clinic.open(system);
    }

    private Stream<Operation> operations() {
        return surface.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_token_or_with_garbage_it_is_401(Operation operation) {
        for (String token : new String[] {null, "garbage", clinic.token() + "x", "eyJhbGciOiJub25lIn0.e30."}) {
            Answer answer = surface.call(operation, token, operation.body()).isProblem(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_another_clinics_looks_like_what_does_not_exist(Operation operation) {
        String own = Surface.token(operation, clinic);
        String foreign = Surface.token(operation, stranger);
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
            // What it tells is tried where it is read; here, that not everybody of a clinic may open it.
            case STREAM, ADMIN -> surface.call(operation, clinic.token(), null).isProblem(403);
            case OWN ->
                assertThat(surface.callAboutNothing(operation, foreign, null).text())
                        .doesNotContain(
                                clinic.id(),
                                clinic.email(),
                                surface.entry(),
                                surface.alert(),
                                surface.endpoint().toString(),
                                surface.patient().id().toString());
        }
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
