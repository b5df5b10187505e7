package app.backtrack.embedded.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.embedded.FreePort;
import app.backtrack.embedded.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityPartIT {

    private static final String ACCOUNTS = """
            {"name": "thea", "secret": "demo", "clinicId": "harbour", "role": "therapist", "patientId": null}
            {"name": "pat", "secret": "demo", "clinicId": "harbour", "role": "patient", "patientId": "p-1"}
            {"name": "harbour-system", "secret": "s3", "clinicId": "harbour", "role": "clinic-system"}
            """;
    private static final String AUTHORIZE =
            "/authorize?response_type=code&client_id=web&scope=openid&state=12345678&redirect_uri=";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static Part identity;
    private static String issuer;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(data.resolve("accounts.ndjson"), ACCOUNTS);
        port = FreePort.find();
        identity = IdentityPart.start(data, port);
        issuer = "http://127.0.0.1:" + port + "/backtrack";
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void discovery_names_the_one_issuer_whatever_host_was_asked() throws Exception {
        JsonNode discovery =
                JSON.readTree(get("http://localhost:" + port + "/backtrack/.well-known/openid-configuration")
                        .body());

        assertThat(discovery.get("issuer").asText()).isEqualTo(issuer);
        assertThat(discovery.get("jwks_uri").asText()).isEqualTo(issuer + "/jwks");
    }

    @Test
    void a_user_with_the_right_password_gets_a_signed_token_with_the_claims_of_the_account() throws Exception {
        JWTClaimsSet claims = claims(post("/token", "grant_type=password&client_id=cli&username=pat&password=demo"));

        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getSubject()).isEqualTo("pat");
        assertThat(claims.getAudience()).containsExactly("backtrack");
        assertThat(claims.getStringClaim("clinic_id")).isEqualTo("harbour");
        assertThat(claims.getStringClaim("role")).isEqualTo("patient");
        assertThat(claims.getStringClaim("patient_id")).isEqualTo("p-1");
    }

    @Test
    void a_clinics_system_gets_a_token_for_its_secret() throws Exception {
        JWTClaimsSet claims =
                claims(post("/token", "grant_type=client_credentials&client_id=harbour-system&client_secret=s3"));

        assertThat(claims.getSubject()).isEqualTo("harbour-system");
        assertThat(claims.getStringClaim("role")).isEqualTo("clinic-system");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=password&client_id=cli&username=pat&password=wrong",
                "grant_type=password&client_id=cli&username=nobody&password=demo",
                "grant_type=password&client_id=cli&username=harbour-system&password=s3",
                "grant_type=client_credentials&client_id=harbour-system&client_secret=wrong",
                "grant_type=client_credentials&client_id=thea&client_secret=demo",
                "grant_type=client_credentials&client_id=harbour-system",
                "grant_type=authorization_code&client_id=web&code=made-up&redirect_uri=http%3A%2F%2Flocalhost%2Fx",
                "grant_type=refresh_token&client_id=web&refresh_token=made-up",
                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=web&assertion=made.up.token",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=web&subject_token=x",
                "client_id=web"
            })
    void nobody_else_gets_one(String form) throws Exception {
        HttpResponse<String> answer = post("/token", form);

        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void an_account_that_is_added_while_it_runs_counts_at_once() throws Exception {
        Path file = data.resolve("accounts.ndjson");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("\"pat\"", "\"pat2\""));
        try {
            assertThat(post("/token", "grant_type=password&client_id=cli&username=pat2&password=demo")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            Files.writeString(file, before);
        }
    }

    @Test
    void a_login_leads_to_a_code_and_the_code_once_to_the_accounts_own_claims() throws Exception {
        String redirect = "http://localhost:1/back";
        HttpResponse<String> login =
                post(AUTHORIZE + redirect, "username=thea&password=demo&claims=%7B%22role%22%3A%22clinic-admin%22%7D");
        String code = URLDecoder.decode(
                login.headers().firstValue("location").orElseThrow().replaceAll(".*[?&]code=([^&]*).*", "$1"),
                StandardCharsets.UTF_8);
        String exchange = "grant_type=authorization_code&client_id=web&redirect_uri=" + redirect + "&code=" + code;

        JWTClaimsSet claims = claims(post("/token", exchange));

        assertThat(claims.getSubject()).isEqualTo("thea");
        assertThat(claims.getStringClaim("role")).isEqualTo("therapist");
        assertThat(post("/token", exchange).statusCode()).isEqualTo(400);
    }

    @Test
    void the_login_page_asks_no_other_host_and_refuses_a_wrong_password() throws Exception {
        HttpResponse<String> page = get(issuer + AUTHORIZE + "http://localhost:1/back");
        HttpResponse<String> refused = post(AUTHORIZE + "http://localhost:1/back", "username=thea&password=wrong");

        assertThat(page.body()).contains("<form method=\"post\">").doesNotContain("http://", "https://", "//fonts");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("location")).isEmpty();
    }

    @Test
    void a_code_is_sent_to_this_machine_only() throws Exception {
        assertThat(post(AUTHORIZE + "http://example.org/back", "username=thea&password=demo")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other/jwks", "/backtrack/debugger", "/other/token", "/"})
    void nothing_else_is_served(String path) throws Exception {
        assertThat(get("http://127.0.0.1:" + port + path).statusCode()).isEqualTo(404);
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedJWT token =
                SignedJWT.parse(JSON.readTree(answer.body()).get("access_token").asText());
        JWKSet keys = JWKSet.parse(get(issuer + "/jwks").body());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return token.getJWTClaimsSet();
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(issuer + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
