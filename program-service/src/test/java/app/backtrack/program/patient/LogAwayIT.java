package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.backtrack.events.Role;
import app.backtrack.program.it.Api;
import app.backtrack.program.it.LogAwayProfile;
import app.backtrack.program.it.LogBook;
import app.backtrack.testkit.backends.BackEnds;
import app.backtrack.testkit.parts.Cable;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LogAwayProfile.class)
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogAwayIT {
    /** The first request of a slow machine comes late; one that waited for the log would not end at all. */
    private static final Duration FEW_SECONDS = Duration.ofSeconds(15);

    @ConfigProperty(name = LogAwayProfile.PORT)
    int port;

    @Inject
    LogBook log;

    @Test
    void while_the_log_is_away_the_outbox_waits_and_then_delivers() throws Exception {
        String clinic = Tokens.newClinic();
        String patient = UUID.randomUUID().toString();
        String program = UUID.randomUUID().toString();
        Api admin = new Api(Tokens.admin(clinic));
        String path = "/v1/patients/" + patient;
        String enrolment = "{\"zone\":\"Europe/Berlin\",\"therapists\":[]}";

        // Nobody has told yet whether the clock of this machine is right.
        admin.put(path, enrolment).statusCode(503).header("Retry-After", equalTo("2"));
        try (Cable cable = new Cable(port)) {
            cable.plugIn(BackEnds.addresses().kafka());
            assertThat(isTaken(() -> admin.put("/v1/patients/" + UUID.randomUUID(), enrolment)))
                    .isTrue();
            cable.pull();

            long begin = System.nanoTime();
            admin.enrol(patient);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(FEW_SECONDS);
            admin.put(
                            path + "/programs/" + program,
                            "{\"template\":\"lower-back-starter\",\"startsOn\":\"" + LocalDate.now(ZoneOffset.UTC)
                                    + "\"}")
                    .statusCode(201);
            new Api(Tokens.patient(clinic, patient)).get(path).statusCode(200);
            admin.get(path).statusCode(503);

            cable.plugIn(BackEnds.addresses().kafka());
            assertThat(log.event("patient/" + patient + "/1").actor().role()).isEqualTo(Role.CLINIC_ADMIN);
            assertThat(log.event("program/" + program + "/1").subject().patient())
                    .hasToString(patient);
        }
    }

    /** The service itself waits for the clock each time. */
    private static boolean isTaken(Supplier<ValidatableResponse> request) {
        return Stream.generate(request)
                .limit(10)
                .anyMatch(answer -> answer.extract().statusCode() == 201);
    }
}
