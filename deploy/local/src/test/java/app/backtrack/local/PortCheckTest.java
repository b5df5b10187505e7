package app.backtrack.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.testkit.parts.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortCheckTest {

    @Test
    void a_busy_port_is_named_with_what_it_is_for_and_the_way_out() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> ports = Map.of("tracking-service", taken.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, 8080))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (tracking-service) is taken")
                    .hasMessageContaining("./run --port-base 9080");
        }
    }

    @Test
    void free_ports_pass() {
        assertThatCode(() -> PortCheck.requireFree(Map.of("Kafka", Ports.free(1).getFirst()), 8080))
                .doesNotThrowAnyException();
    }
}
