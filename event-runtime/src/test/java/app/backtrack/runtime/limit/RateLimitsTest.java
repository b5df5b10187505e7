package app.backtrack.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.Role;
import app.backtrack.runtime.limit.RateLimits.Verdict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitsTest {
    private static final ClinicId HARBOUR = new ClinicId("harbour");
    private static final Actor THEA = new Actor(Role.THERAPIST, "thea");
    private static final Actor TOM = new Actor(Role.THERAPIST, "tom");

    @Test
    void a_client_has_its_own_limit_and_is_told_what_is_left() {
        RateLimits limits = new RateLimits(3, 100);

        assertThat(limits.take(HARBOUR, THEA).remaining()).isEqualTo(2);
        assertThat(limits.take(HARBOUR, THEA).allowed()).isTrue();
        assertThat(limits.take(HARBOUR, THEA).remaining()).isZero();
        Verdict fourth = limits.take(HARBOUR, THEA);
        assertThat(fourth.allowed()).isFalse();
        assertThat(fourth.policy()).isEqualTo("client");
        assertThat(fourth.retrySeconds()).isBetween(1L, 20L);
        assertThat(fourth.resetSeconds()).isBetween(1L, 60L);
        assertThat(limits.take(HARBOUR, TOM).allowed()).isTrue();
    }

    @Test
    void clients_of_a_clinic_share_its_limit_and_another_clinic_has_its_own() {
        RateLimits limits = new RateLimits(100, 2);
        assertThat(limits.take(HARBOUR, THEA).allowed()).isTrue();
        assertThat(limits.take(HARBOUR, TOM).policy()).isEqualTo("clinic");

        Verdict third = limits.take(HARBOUR, TOM);

        assertThat(third.allowed()).isFalse();
        assertThat(third.policy()).isEqualTo("clinic");
        assertThat(limits.take(new ClinicId("hillside"), TOM).allowed()).isTrue();
    }

    @Test
    void what_the_clinic_refuses_is_not_taken_from_the_client() {
        RateLimits limits = new RateLimits(3, 1);
        assertThat(limits.take(HARBOUR, THEA).allowed()).isTrue();

        for (int i = 0; i < 10; i++) {
            assertThat(limits.take(HARBOUR, THEA).policy()).isEqualTo("clinic");
        }
    }

    @Test
    void the_policy_names_both() {
        assertThat(new RateLimits(6_000, 60_000).policy()).isEqualTo("\"client\";q=6000;w=60, \"clinic\";q=60000;w=60");
    }
}
