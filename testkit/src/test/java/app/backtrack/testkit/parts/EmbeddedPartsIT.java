package app.backtrack.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedPartsIT {

    @TempDir
    Path folder;

    @Test
    void all_parts_serve_survive_a_restart_and_end() throws Exception {
        PartPorts ports = PartPorts.free();
        EmbeddedParts parts = EmbeddedParts.start(plan(ports, Map.of()));
        try (parts) {
            assertThat(ports.byName().values()).noneMatch(Ports::isFree);
            assertThat(get(parts.addresses().mailPage() + "/mail.json")).isEqualTo("[]");

            ChildProcess kafka = parts.process("kafka").orElseThrow();
            kafka.kill9();
            assertThat(Ports.isFree(ports.kafka())).isTrue();
            kafka.start().awaitReady(Duration.ofSeconds(30));
            assertThat(Ports.isFree(ports.kafka())).isFalse();
        }
        assertThat(parts.all()).noneMatch(ChildProcess::isAlive);
    }

    @Test
    void a_given_part_is_not_started_and_its_address_is_passed_on() throws Exception {
        Map<String, String> given =
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092", "MONGODB_URI", "mongodb://db");
        try (EmbeddedParts parts = EmbeddedParts.start(plan(PartPorts.free(), given))) {
            assertThat(parts.all()).extracting(ChildProcess::name).containsExactly("identity-and-mail");
            assertThat(parts.addresses().environment()).containsAllEntriesOf(given);

            TokenDesk desk = new TokenDesk(parts.addresses());
            String claims = new String(
                    Base64.getUrlDecoder()
                            .decode(desk.token(Account.patient("harbour", "p-1"))
                                    .split("\\.")[1]),
                    StandardCharsets.UTF_8);
            assertThat(claims).contains("\"patient_id\":\"p-1\"", "\"clinic_id\":\"harbour\"", "\"role\":\"patient\"");
        }
    }

    @Test
    void a_part_that_cannot_start_says_why_and_leaves_nothing_behind() throws Exception {
        PartPorts ports = PartPorts.free();
        try (EmbeddedParts first = EmbeddedParts.start(plan(ports, Map.of("MONGODB_URI", "x", "OIDC_ISSUER", "x")))) {
            PartPorts clash = new PartPorts(
                    ports.kafka(), ports.controller(), ports.store(), ports.oidc(), ports.smtp() + 1, ports.mail() + 1);
            PartsPlan second = new PartsPlan(
                    ProjectRoot.find(), folder.resolve("2"), folder.resolve("2/logs"), clash, true, Map.of());

            assertThatThrownBy(() -> EmbeddedParts.start(second))
                    .isInstanceOf(ChildFailedException.class)
                    .hasMessageContaining("kafka ended while it started");
            assertThat(Ports.isFree(ports.store())).isTrue();
            assertThat(first.all()).allMatch(ChildProcess::isAlive);
        }
    }

    private PartsPlan plan(PartPorts ports, Map<String, String> given) {
        return new PartsPlan(ProjectRoot.find(), folder, folder.resolve("logs"), ports, true, given);
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
