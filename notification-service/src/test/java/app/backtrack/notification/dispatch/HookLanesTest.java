package app.backtrack.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.webhook.EndpointId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HookLanesTest {
    private static final ClinicId CLINIC = new ClinicId("harbour-physio");

    private final HookLanes lanes = new HookLanes();
    private final EndpointId one = endpoint(CLINIC);
    private final EndpointId two = endpoint(CLINIC);
    private final EndpointId three = endpoint(CLINIC);

    @Test
    void an_endpoint_has_four_lanes() {
        assertThat(fill(one)).isEqualTo(4);
        assertThat(lanes.busyEndpoints()).containsExactly(one.key());

        lanes.leave(one);

        assertThat(lanes.busyEndpoints()).isEmpty();
        assertThat(fill(one)).isEqualTo(1);
    }

    @Test
    void two_that_hang_leave_a_lane_to_each_other_endpoint_of_their_clinic() {
        assertThat(fill(one) + fill(two)).isEqualTo(8);

        assertThat(fill(three)).isEqualTo(1);
        assertThat(lanes.busyEndpoints()).containsExactlyInAnyOrder(one.key(), two.key(), three.key());
        lanes.leave(three);
        assertThat(lanes.busyEndpoints()).containsExactlyInAnyOrder(one.key(), two.key());
        assertThat(fill(three)).isEqualTo(1);
    }

    @Test
    void clinics_share_no_lanes_but_there_is_an_end_to_all() {
        assertThat(fill(one) + fill(two)).isEqualTo(8);
        assertThat(fill(endpoint(new ClinicId("hill-clinic")))).isEqualTo(4);

        int taken = 12;
        for (int clinic = 0; lanes.free() > 0; clinic++) {
            taken += fill(endpoint(new ClinicId("clinic-" + clinic)));
        }
        assertThat(taken).isEqualTo(256);
        assertThat(lanes.enter(endpoint(new ClinicId("last")))).isFalse();
    }

    private int fill(EndpointId endpoint) {
        int taken = 0;
        while (lanes.enter(endpoint)) {
            taken++;
        }
        return taken;
    }

    private static EndpointId endpoint(ClinicId clinic) {
        return new EndpointId(clinic, UUID.randomUUID());
    }
}
