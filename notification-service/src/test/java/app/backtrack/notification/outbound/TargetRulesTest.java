package app.backtrack.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.harbour.example/backtrack",
                "https://hooks.harbour.example:8443/a?b=c",
                "HTTPS://xn--prfung-4ya.example/",
                "https://a.b.c.de"
            })
    void a_full_name_by_https_is_taken(String url) {
        assertThat(TargetRules.flaw(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.harbour.example/",
                "ftp://hooks.harbour.example/",
                "file:///etc/passwd",
                "hooks.harbour.example",
                "https:hooks.harbour.example",
                "https://",
                "https:///path",
                "https://localhost/",
                "https://localhost./",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/", // 127.0.0.1 as one decimal number
                "https://017700000001/", // octal
                "https://0177.0.0.01/",
                "https://0x7f000001/", // hexadecimal
                "https://0x7f.0.0.0x1/",
                "https://10.0.0.0x1/",
                "https://8.8.8.8/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25eth0]/",
                "https://hooks.harbour.example./",
                "https://user@hooks.harbour.example/",
                "https://user:secret@hooks.harbour.example/",
                "https://hooks.harbour.example/#part",
                "https://hooks.harbour.example:0/",
                "https://hooks.harbour.example:70000/",
                "https://hooks.harbour.example\\@127.0.0.1/",
                "https://%6c%6f%63alhost.example/",
                "https://１２７.0.0.1/", // full-width digits
                "https://hooks_.harbour.example/",
                "https://hooks.harbour.example/a b"
            })
    void any_other_form_is_refused(String url) {
        assertThat(TargetRules.flaw(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/hook", "http://localhost:9000/", "https://[::1]:9000/"})
    void local_mode_takes_this_machine_by_plain_http(String url) {
        assertThat(TargetRules.flaw(url, true)).isEmpty();
    }
}
