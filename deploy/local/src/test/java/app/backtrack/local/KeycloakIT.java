package app.backtrack.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.ChildCommand;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import app.backtrack.testkit.parts.ProjectRoot;
import app.backtrack.testkit.parts.Readiness;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Signs in at a real Keycloak with the realm that {@code deploy/compose} gives, and uses the tokens at the services. It
 * takes minutes and 500 MB, so it runs when asked for: {@code mvn verify -pl deploy/local -am -Pkeycloak}.
 */
@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakIT {
    private static final Duration FIRST_START = Duration.ofMinutes(8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String SECRET = "only-for-this-test";
    private static final String PASSWORD = "a-therapists-password";

    private final KeyPair reportsKey = newKey();
    private final int port = Ports.free(2).getFirst();
    private final URI realm = URI.create("http://127.0.0.1:" + port + "/realms/backtrack");
    private final ChildProcess keycloak = keycloak();
    private LocalSystem system;

    /** The system's ports are chosen once Keycloak serves: minutes later they would be somebody else's. */
    @BeforeAll
    void start() {
        keycloak.start().awaitReady(FIRST_START);
        system = LocalSystem.isolated(Map.of("OIDC_ISSUER", realm.toString()));
        system.startAll(ready -> {});
    }

    @AfterAll
    void stop() {
        if (system != null) {
            system.close();
        }
        ChildProcess.stopAll(List.of(keycloak));
    }

    @Test
    void a_therapist_who_signed_in_gets_in_and_her_id_token_does_not() throws Exception {
        JsonNode tokens = tokens(
                "grant_type=password&client_id=backtrack-cli&scope=openid&username=thea.example&password=" + PASSWORD);

        assertThat(get(system.urls().program(), "/v1/patients", tokens.path("access_token")))
                .isEqualTo(200);
        assertThat(get(system.urls().tracking(), "/v1/caseload", tokens.path("access_token")))
                .isEqualTo(200);
        assertThat(get(system.urls().notification(), "/v1/inbox", tokens.path("access_token")))
                .isEqualTo(200);
        assertThat(tokens.path("id_token").asText()).isNotEmpty();
        assertThat(get(system.urls().program(), "/v1/patients", tokens.path("id_token")))
                .isEqualTo(401);
        assertThat(get(system.urls().program(), "/v1/patients", tokens.path("refresh_token")))
                .isEqualTo(401);
    }

    @Test
    void a_clinic_system_gets_in_with_its_client_credentials() throws Exception {
        JsonNode token = tokens(credentials("example-clinic-system")).path("access_token");

        assertThat(get(system.urls().program(), "/v1/patients", token)).isEqualTo(200);
        assertThat(get(system.urls().tracking(), "/v1/caseload", token)).isEqualTo(200);
        assertThat(get(system.urls().notification(), "/v1/webhook-endpoints", token))
                .isEqualTo(200);
        assertThat(get(system.urls().notification(), "/v1/inbox", token)).isEqualTo(403);
    }

    @Test
    void a_clinic_system_that_signs_with_its_own_key_gets_in_as_far_as_its_scopes_go() throws Exception {
        JsonNode token = tokens("grant_type=client_credentials"
                        + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                        + assertion(reportsKey))
                .path("access_token");

        assertThat(get(system.urls().tracking(), "/v1/caseload", token)).isEqualTo(200);
        assertThat(get(system.urls().program(), "/v1/patients", token)).isEqualTo(403);
        assertThat(ask("grant_type=client_credentials"
                                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                                + assertion(newKey()))
                        .statusCode())
                .isIn(400, 401);
    }

    @Test
    void a_token_of_the_realm_for_another_audience_is_refused() throws Exception {
        JsonNode token = tokens(credentials("elsewhere")).path("access_token");

        assertThat(get(system.urls().program(), "/v1/patients", token)).isEqualTo(401);
        assertThat(get(system.urls().tracking(), "/v1/caseload", token)).isEqualTo(401);
        assertThat(get(system.urls().notification(), "/v1/webhook-endpoints", token))
                .isEqualTo(401);
    }

    private static String credentials(String client) {
        return "grant_type=client_credentials&client_id=" + client + "&client_secret=" + SECRET;
    }

    private String assertion(KeyPair key) throws GeneralSecurityException {
        String client = "example-clinic-reports";
        long now = Instant.now().getEpochSecond();
        String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + encoded("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(client, client, realm, UUID.randomUUID(), now, now + 60));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature.sign());
    }

    private JsonNode tokens(String form) throws Exception {
        HttpResponse<String> answer = ask(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(String form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int get(URI service, String path, JsonNode token) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(service.resolve(path))
                                .header("Authorization", "Bearer " + token.asText())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private ChildProcess keycloak() {
        Path home = home();
        int management = Ports.free(1).getFirst();
        writeRealm(home);
        String publicKey =
                Base64.getEncoder().encodeToString(reportsKey.getPublic().getEncoded());
        return new ChildProcess(new ChildCommand(
                "keycloak",
                List.of(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + management),
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                        "EXAMPLE_CLINIC_SECRET", SECRET,
                        "EXAMPLE_CLINIC_PUBLIC_KEY", publicKey,
                        "WEB_CLIENT_SECRET", SECRET),
                home.resolve("keycloak.log"),
                Readiness.http(URI.create(realm + "/.well-known/openid-configuration"))));
    }

    private static Path home() {
        Path unpacked = ProjectRoot.find().resolve("deploy/local/target/keycloak");
        try (Stream<Path> folders = Files.list(unpacked)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak is not unpacked: run it with -Pkeycloak", e);
        }
    }

    /** The realm as it is given, with a therapist who has a password and a client for another audience. */
    private static void writeRealm(Path home) {
        try {
            ObjectNode given = (ObjectNode) JSON.readTree(ProjectRoot.find()
                    .resolve("deploy/compose/keycloak/backtrack-realm.json")
                    .toFile());
            ArrayNode clients = (ArrayNode) given.path("clients");
            clients.forEach(client -> {
                if (client.path("clientId").asText().equals("backtrack-cli")) {
                    ((ObjectNode) client).put("directAccessGrantsEnabled", true);
                }
            });
            clients.add(JSON.readTree("""
                    {"clientId": "elsewhere", "publicClient": false, "secret": "%s", "serviceAccountsEnabled": true,
                     "standardFlowEnabled": false, "defaultClientScopes": [], "optionalClientScopes": []}""".formatted(SECRET)));
            ((ArrayNode) given.path("users")).add(JSON.readTree("""
                    {"username": "thea.example", "enabled": true, "email": "thea@example.org", "emailVerified": true,
                     "firstName": "Thea", "lastName": "Example",
                     "attributes": {"clinic_id": ["example-clinic"], "role": ["therapist"]},
                     "credentials": [{"type": "password", "value": "%s", "temporary": false}]}""".formatted(PASSWORD)));
            Path folder = Files.createDirectories(home.resolve("data/import"));
            JSON.writeValue(folder.resolve("backtrack-realm.json").toFile(), given);
        } catch (IOException e) {
            throw new IllegalStateException("the realm cannot be written", e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
