package app.backtrack.web.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.web.gateway.GatewayRules.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayRulesTest {

    @Test
    void the_services_api_is_let_through_by_its_plain_form() {
        assertThat(GatewayRules.target("/api/tracking/v1/patients/a30d30f3-d007-5b0b-9eef-eb6581ea594e/progress"))
                .contains(new Target("tracking", "/v1/patients/a30d30f3-d007-5b0b-9eef-eb6581ea594e/progress"));
        assertThat(GatewayRules.target("/api/program/v1/clinicians/thea.harbour"))
                .contains(new Target("program", "/v1/clinicians/thea.harbour"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/program",
                "/api/program/",
                "/api/program/v1",
                "/api/program/v1/",
                "/api/program/v1/patients/",
                "/api/program/q/health",
                "/api/program/v2/patients",
                "/api/other/v1/patients",
                "/api/program/v1/../q/metrics",
                "/api/program/v1/./patients",
                "/api/program/v1/patients/..",
                "/api/program/v1//patients",
                "/api/program//v1/patients",
                "/api/program/v1/patients;a=b",
                "/api/program/v1/patients%2f..%2f..%2fq%2fmetrics",
                "/api/program/v1/%2e%2e/q/metrics",
                "/api/program/v1/patients%00",
                "/api/program/v1/patients\\x",
                "/api/program/v1/patients@evil.example",
                "/api/program@evil.example/v1/patients",
                "/x/../api/program/v1/patients"
            })
    void nothing_else_is(String path) {
        assertThat(GatewayRules.target(path)).isEmpty();
    }

    @Test
    void only_methods_of_the_api_are_let_through() {
        assertThat(new String[] {"GET", "PUT", "POST", "DELETE"}).allMatch(GatewayRules::letsThrough);
        assertThat(new String[] {"TRACE", "CONNECT", "OPTIONS", "HEAD", "PATCH", "get"})
                .noneMatch(GatewayRules::letsThrough);
    }

    @Test
    void a_service_learns_neither_cookies_nor_where_we_stand_and_a_page_no_cookies_of_a_service() {
        assertThat(new String[] {"if-match", "content-type", "last-event-id"}).allMatch(GatewayRules::tells);
        assertThat(new String[] {"cookie", "authorization", "host", "x-forwarded-for", "transfer-encoding"})
                .noneMatch(GatewayRules::tells);
        assertThat(new String[] {"etag", "link", "location", "retry-after", "backtrack-position"})
                .allMatch(GatewayRules::answers);
        assertThat(new String[] {"set-cookie", "www-authenticate", "transfer-encoding", "server"})
                .noneMatch(GatewayRules::answers);
    }

    @ParameterizedTest
    @CsvSource({
        "location, /v1/patients/7, /api/program/v1/patients/7",
        "location, http://127.0.0.1:8081/v1/patients/7, /api/program/v1/patients/7",
        "link, '<http://10.0.0.7:8081/v1/patients?cursor=a>; rel=\"next\"',"
                + " '</api/program/v1/patients?cursor=a>; rel=\"next\"'",
        "etag, /v1/, /v1/"
    })
    void links_lead_to_where_the_page_can_follow_them(String header, String sent, String seen) {
        assertThat(GatewayRules.asSeenFromHere(header, sent, "program")).isEqualTo(seen);
    }
}
