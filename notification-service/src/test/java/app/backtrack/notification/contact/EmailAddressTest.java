package app.backtrack.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thea@harbour-physio.example",
                "thea.o'brien+inbox@mail.harbour-physio.example",
                "t@xn--mnchen-3ya.example",
                "0@1.example"
            })
    void takes_addresses_that_mail_can_be_sent_to(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "thea",
                "thea@",
                "@harbour.example",
                "thea@localhost",
                "thea@harbour..example",
                "thea@-harbour.example",
                "thea@harbour-.example",
                "thea@127.0.0.1",
                "thea@[127.0.0.1]",
                "thea..h@harbour.example",
                ".thea@harbour.example",
                "thea.@harbour.example",
                "thea@tom@harbour.example",
                "thea h@harbour.example",
                " thea@harbour.example",
                "thea@harbour.example\n",
                "thea@harbour.example\r\nBcc: tom@harbour.example",
                "Thea <thea@harbour.example>",
                "thea@harbour.example,tom@harbour.example",
                "théa@harbour.example"
            })
    void refuses_what_is_no_address_or_more_than_one(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_addresses_that_are_too_long_for_smtp() {
        String longName = "a".repeat(65) + "@harbour.example";
        String longHost = "thea@" + "harbour.".repeat(31) + "example";

        assertThatThrownBy(() -> new EmailAddress(longName)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress(longHost)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gives_nothing_away_in_a_log_or_an_error_message() {
        assertThat(new EmailAddress("thea@harbour.example").toString()).doesNotContain("thea", "harbour");
        assertThat(new MailboxContent("thea@harbour.example").toString()).doesNotContain("thea", "harbour");
        assertThatThrownBy(() -> new EmailAddress("thea@harbour")).hasMessageNotContaining("thea");
    }
}
