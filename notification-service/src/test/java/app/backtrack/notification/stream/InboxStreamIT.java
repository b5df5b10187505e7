package app.backtrack.notification.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.inbox.InboxEntry;
import app.backtrack.notification.inbox.InboxStore;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxStreamIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant RAISED = Instant.parse("2026-11-20T08:00:00Z");

    @Inject
    InboxStore inbox;

    private final String clinic = Tokens.newClinic();
    private final String thea = "thea." + clinic;
    private final String token = Tokens.therapist(clinic, thea);
    private final List<InputStream> open = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void streams_are_closed() throws IOException {
        for (InputStream each : open) {
            each.close();
        }
    }

    @Test
    void a_change_is_told_by_id_and_kind_to_those_whom_it_concerns() throws Exception {
        List<String> mine = listen(token, null);
        List<String> others = listen(Tokens.therapist(clinic, "otto." + clinic), null);
        List<String> strangers = listen(Tokens.therapist(Tokens.newClinic(), "stella." + clinic), null);

        EntryId entry = enter();
        told(mine, entry, "entered");
        given().auth().oauth2(token).post("/v1/inbox/" + entry + "/read").then().statusCode(200);
        told(mine, entry, "read");
        inbox.withdraw(new ClinicId(clinic), entry, RAISED);
        inbox.withdraw(new ClinicId(clinic), entry, RAISED);
        told(mine, entry, "withdrawn");

        assertThat(mine).filteredOn(line -> line.contains("withdrawn")).hasSize(1);
        assertThat(mine).contains("event: reset").noneMatch(line -> line.contains("red-flag"));
        assertThat(others).noneMatch(line -> line.contains(entry.value()));
        EntryId everybodys = enter(new Addressee.WholeClinic());
        told(mine, everybodys, "entered");
        told(others, everybodys, "entered");
        assertThat(strangers).noneMatch(line -> line.contains("data: {"));
    }

    @Test
    void a_stream_goes_on_where_an_earlier_one_ended() throws Exception {
        List<String> first = listen(token, null);
        EntryId seen = enter();
        told(first, seen, "entered");
        String last = first.stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);
        streams_are_closed();
        EntryId missed = enter();

        List<String> second = listen(token, last);

        told(second, missed, "entered");
        assertThat(second).doesNotContain("event: reset");
    }

    @Test
    void what_happened_before_a_first_stream_is_not_told() throws Exception {
        EntryId old = enter();
        List<String> lines = listen(token, null);
        EntryId fresh = enter();

        told(lines, fresh, "entered");
        assertThat(lines).noneMatch(line -> line.contains(old.value()));
    }

    @Test
    void a_caller_has_four_streams_at_most() throws Exception {
        for (int i = 0; i < Feed.PER_CALLER; i++) {
            listen(token, null);
        }

        given().auth().oauth2(token).get("/v1/inbox/events").then().statusCode(429);
        listen(Tokens.therapist(clinic, "otto." + clinic), null);
    }

    private List<String> listen(String who, @Nullable String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/inbox/events"))
                .header("Authorization", "Bearer " + who);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        open.add(answer.body());
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> read(answer.body(), lines));
        if (lastEventId == null) {
            await().atMost(SOON).until(() -> lines.contains("event: reset"));
        }
        return lines;
    }

    private static void read(InputStream body, List<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> lines.add(line.replaceFirst("^(id|event|data):\\s*", "$1: ")));
        } catch (IOException | UncheckedIOException e) {
            lines.add("closed");
        }
    }

    private static void told(List<String> lines, EntryId entry, String kind) {
        await().atMost(SOON)
                .until(() -> lines.contains("data: {\"id\":\"" + entry + "\",\"change\":\"" + kind + "\"}"));
    }

    private EntryId enter() {
        return enter(new Addressee.Clinician(new ClinicianId(thea)));
    }

    private EntryId enter(Addressee addressee) {
        PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));
        InsightRaised insight = new InsightRaised(
                InsightRule.RED_FLAG,
                1,
                LocalDate.of(2026, 11, 20),
                null,
                Severity.CRITICAL,
                null,
                new TreeMap<>(),
                List.of());
        return inbox.enter(InboxEntry.fresh(patient, addressee, new Finding(insight, RAISED, null), List.of()))
                .id();
    }
}
