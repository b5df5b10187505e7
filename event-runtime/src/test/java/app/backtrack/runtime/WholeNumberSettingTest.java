package app.backtrack.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.runtime.log.LogConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberSettingTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", " 6 ", "1000"})
    void a_number_in_range_is_taken(String value) {
        assertThat(config(value).partitions()).isEqualTo(Integer.parseInt(value.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "1e3", "six", "99999999999"})
    void what_is_out_of_range_or_no_number_stops_the_start_by_the_name_of_the_setting(String value) {
        assertThatThrownBy(() -> config(value))
                .hasMessageContaining("backtrack.log.partitions")
                .hasMessageContaining("not a whole number from 1 to 1000");
    }

    @Test
    void ports_and_counts_have_ranges_of_their_own() {
        assertThat(new WholeNumberSetting.Port().convert("65535")).isEqualTo(65_535);
        assertThatThrownBy(() -> new WholeNumberSetting.Port().convert("65536")).hasMessageContaining("1 to 65535");
        assertThat(new WholeNumberSetting.Positive().convert("1000000000")).isEqualTo(1_000_000_000);
        assertThatThrownBy(() -> new WholeNumberSetting.Positive().convert("0")).hasMessageContaining("from 1");
    }

    private static LogConfig config(String partitions) {
        return new SmallRyeConfigBuilder()
                .withMapping(LogConfig.class)
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of("backtrack.log.partitions", partitions), "test", 100))
                .build()
                .getConfigMapping(LogConfig.class);
    }
}
