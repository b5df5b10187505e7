package app.backtrack.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The judge of our messages is judged by the example of the standard (RFC 8291 §5 and appendix A). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserTest {
    private static final byte[] MESSAGE = Base64.getUrlDecoder()
            .decode(
                    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w"
                            + "EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");

    @Test
    void it_reads_the_example_of_the_standard() throws Exception {
        assertThat(browser().read(MESSAGE)).isEqualTo("When I grow up, I want to be a watermelon");
    }

    @Test
    void it_refuses_a_message_that_was_changed() {
        byte[] changed = MESSAGE.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> browser().read(changed)).isInstanceOf(GeneralSecurityException.class);
    }

    private static Browser browser() throws GeneralSecurityException {
        return Browser.of(
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");
    }
}
