package app.backtrack.program.redflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.program.it.StoreAwayProfile;
import app.backtrack.runtime.log.Outages;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@TestProfile(StoreAwayProfile.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreAwayIT {

    @Inject
    RedFlagProjector projector;

    @Test
    void without_the_store_the_batch_is_to_come_again() {
        InsightRaised flag = new InsightRaised(
                InsightRule.RED_FLAG,
                1,
                LocalDate.of(2026, 11, 20),
                "a-screen",
                Severity.CRITICAL,
                null,
                new TreeMap<>(),
                List.of());
        EventEnvelope<InsightRaised> event = new EventEnvelope<>(
                "insight/" + UUID.randomUUID(),
                PatientRef.of(Tokens.newClinic() + "/" + UUID.randomUUID()),
                Instant.parse("2026-11-20T18:30:00.123Z"),
                new Actor(Role.BACKTRACK, "tracking-service"),
                null,
                null,
                flag);

        Throwable failure = catchThrowable(() -> projector.handle(List.of(event)));

        assertThat(Outages.isOutage(failure)).isTrue();
    }
}
