package app.backtrack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartArgumentsTest {

    @Test
    void takes_the_part_its_values_and_its_bare_options() {
        PartArguments arguments = PartArguments.parse("store", "--port=8094", "--data=/tmp/x=y", "--in-memory");

        assertThat(arguments.name()).isEqualTo("store");
        assertThat(arguments.port("port")).isEqualTo(8094);
        assertThat(arguments.data()).hasToString("/tmp/x=y");
        assertThat(arguments.has("in-memory")).isTrue();
        assertThat(arguments.has("until-stdin-closes")).isFalse();
    }

    @Test
    void names_the_option_that_is_missing_or_out_of_range() {
        assertThatThrownBy(() -> PartArguments.parse("store").port("port")).hasMessageContaining("--port is missing");
        assertThatThrownBy(() -> PartArguments.parse("store", "--port=0").port("port"))
                .hasMessageContaining("--port must be a port");
        assertThatThrownBy(PartArguments::parse).hasMessageContaining("which part?");
    }
}
