package app.backtrack.program.patient;

import static org.hamcrest.Matchers.equalTo;

import app.backtrack.program.it.Api;
import app.backtrack.program.it.StoreAwayProfile;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StoreAwayProfile.class)
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreAwayIT {

    @Test
    void while_the_store_is_away_every_request_may_be_sent_again() {
        Api admin = new Api(Tokens.admin(Tokens.newClinic()));
        String path = "/v1/patients/" + UUID.randomUUID();

        admin.put(path, "{\"zone\":\"Europe/Berlin\",\"therapists\":[]}")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:backtrack:problem:unavailable"));
        admin.get(path).statusCode(503);
        admin.get("/q/health/live").statusCode(200);
        admin.get("/q/health/ready").statusCode(503);
    }
}
