package app.backtrack.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartAddressesTest {

    @Test
    void an_environment_holds_them_whole_or_not_at_all() {
        PartAddresses addresses = new PartsPlan(
                        Path.of("."), Path.of("data"), Path.of("logs"), PartPorts.above(8080), false, Map.of())
                .addresses();
        Map<String, String> partial = new HashMap<>(addresses.environment());
        partial.remove("SMTP_PORT");

        assertThat(PartAddresses.from(addresses.environment())).contains(addresses);
        assertThat(PartAddresses.from(partial)).isEmpty();
    }

    @Test
    void the_agreed_ports_stand_above_the_base() {
        assertThat(PartPorts.above(8080)).isEqualTo(new PartPorts(8092, 8093, 8094, 8089, 8087, 8088));
    }

    @Test
    void free_ports_are_all_different() {
        assertThat(new HashSet<>(Ports.free(50))).hasSize(50);
    }

    @Test
    void an_account_takes_plain_values_only() {
        assertThat(Account.therapist("harbour-physio", "thea.harbour").json())
                .isEqualTo("{\"name\": \"thea.harbour\", \"secret\": \"demo\", \"clinicId\": \"harbour-physio\","
                        + " \"role\": \"therapist\", \"patientId\": null}");
        assertThatThrownBy(() -> Account.therapist("harbour", "\"}")).isInstanceOf(IllegalArgumentException.class);
    }
}
