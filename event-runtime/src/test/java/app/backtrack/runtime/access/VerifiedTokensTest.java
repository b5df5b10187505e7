package app.backtrack.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifiedTokensTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final String HEADER = "Bearer one";

    private Duration passed = Duration.ZERO;
    private final VerifiedTokens tokens = new VerifiedTokens(() -> BEGIN.plus(passed), () -> passed.toNanos());

    @Test
    void a_token_is_known_for_a_minute() {
        tokens.remember(HEADER, identity(until(Duration.ofHours(1))));

        passed = VerifiedTokens.MAX_AGE.minusMillis(1);
        assertThat(tokens.find(HEADER)).hasValueSatisfying(known -> {
            assertThat(known.getPrincipal().getName()).isEqualTo("thea.harbour");
            assertThat(known.getRoles()).containsExactly("therapist");
        });
        passed = VerifiedTokens.MAX_AGE;
        assertThat(tokens.find(HEADER)).isEmpty();
    }

    @Test
    void asking_for_it_does_not_prolong_it() {
        tokens.remember(HEADER, identity(until(Duration.ofHours(1))));

        for (int second = 1; second < 60; second++) {
            passed = Duration.ofSeconds(second);
            assertThat(tokens.find(HEADER)).isPresent();
        }
        passed = VerifiedTokens.MAX_AGE;
        assertThat(tokens.find(HEADER)).isEmpty();
    }

    @Test
    void a_token_is_not_known_past_its_end() {
        tokens.remember(HEADER, identity(until(Duration.ofSeconds(10))));

        passed = Duration.ofMillis(9_999);
        assertThat(tokens.find(HEADER)).isPresent();
        passed = Duration.ofSeconds(10);
        assertThat(tokens.find(HEADER)).isEmpty();
    }

    @Test
    void one_that_ended_or_never_ends_is_not_remembered() {
        tokens.remember("Bearer ended", identity(until(Duration.ofSeconds(-1))));
        tokens.remember("Bearer endless", identity(new DefaultJWTCallerPrincipal(new JwtClaims())));
        tokens.remember("Bearer opaque", identity(new QuarkusPrincipal("thea.harbour")));
        tokens.remember(
                "Bearer nobody",
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());

        assertThat(tokens.find("Bearer ended")).isEmpty();
        assertThat(tokens.find("Bearer endless")).isEmpty();
        assertThat(tokens.find("Bearer opaque")).isEmpty();
        assertThat(tokens.find("Bearer nobody")).isEmpty();
    }

    @Test
    void another_header_is_another_token() {
        tokens.remember(HEADER, identity(until(Duration.ofHours(1))));

        assertThat(tokens.find(HEADER + " ")).isEmpty();
        assertThat(tokens.find("bearer one")).isEmpty();
    }

    private static SecurityIdentity identity(Principal principal) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRole("therapist")
                .build();
    }

    private static Principal until(Duration life) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("thea.harbour");
        claims.setExpirationTime(NumericDate.fromMilliseconds(BEGIN.plus(life).toEpochMilli()));
        return new DefaultJWTCallerPrincipal(claims);
    }
}
