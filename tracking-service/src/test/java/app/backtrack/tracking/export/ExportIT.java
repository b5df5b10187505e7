package app.backtrack.tracking.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.startsWith;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api therapist;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        therapist = Api.as(clinic.therapist());
    }

    @Test
    void every_event_is_a_line_in_recorded_order_with_both_times_and_its_schema() throws Exception {
        UUID program = clinic.prescribe(patient, LocalDate.now(java.time.ZoneOffset.UTC));
        UUID id = UUID.randomUUID();
        Instant at = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        therapist.put(patient, "pain-scores", id, Api.score(1, 7, at, null)).statusCode(202);
        therapist
                .put(patient, "pain-scores", id, Api.score(2, 3, at, "wrong-value"))
                .statusCode(202);
        applied(
                patient,
                position(therapist.retract(patient, "pain-scores", id, 3).statusCode(202)));

        List<JsonNode> lines = lines(therapist
                .get(patient, "export")
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .header("Cache-Control", "no-store")
                .extract()
                .asString());

        assertThat(lines)
                .extracting(line -> line.path("id").asText())
                .containsExactly(
                        "patient/" + patient.patient() + "/1",
                        "program/" + program + "/1",
                        "pain-score/" + id + "/1",
                        "pain-score/" + id + "/2",
                        "pain-score/" + id + "/3");
        assertThat(lines).extracting(line -> line.path("time").asText()).isSorted();
        JsonNode score = lines.get(2);
        assertThat(score.path("specversion").asText()).isEqualTo("1.0");
        assertThat(score.path("source").asText())
                .isEqualTo("/clinics/" + clinic.id() + "/patients/" + patient.patient());
        assertThat(score.path("type").asText()).isEqualTo("app.backtrack.pain-score-recorded.v1");
        assertThat(score.path("dataschema").asText()).contains("pain-score-recorded.v1");
        assertThat(score.path("actor").asText()).isEqualTo("therapist:" + clinic.therapistId());
        assertThat(score.at("/data/occurredAt").asText()).isEqualTo(at.toString());
        assertThat(score.at("/data/score").asInt()).isEqualTo(7);
    }

    @Test
    void the_trend_can_be_recomputed_from_the_exported_scores_alone() throws Exception {
        Instant now = Instant.now();
        List<String> items = new ArrayList<>();
        for (int day = 0; day < 42; day++) {
            if (day % 5 != 3) {
                items.add(item(now.minus(Duration.ofDays(day)), 2 + (day * 7 + day * day) % 5 + day / 14));
            }
        }
        items.add(item(now.minus(Duration.ofDays(6)), 10));
        String position = Api.as(clinic.system())
                .journal("application/json", "[" + String.join(",", items) + "]")
                .statusCode(200)
                .extract()
                .header("Backtrack-Position");
        applied(patient, position);

        JsonNode progress = JSON.readTree(therapist
                .get(patient, "progress?weeks=6")
                .statusCode(200)
                .extract()
                .asString());
        String csv = therapist
                .get(patient, "export?format=csv&series=pain")
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        SortedMap<LocalDate, Double> daily = dailyMeans(csv);
        assertThat(daily).hasSize(progress.path("scoredDays").asInt());
        assertThat(progress.at("/slope/pointsPerWeek").asDouble())
                .isCloseTo(medianOfPairwiseSlopes(daily), within(1e-9))
                .isNotZero();
        assertThat(progress.at("/changes/current/mean").asDouble())
                .isCloseTo(
                        meanOfLastWeek(
                                daily, LocalDate.parse(progress.path("until").asText())),
                        within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pain", "sessions", "habits", "questionnaires"})
    void each_series_has_a_header_though_there_is_nothing_in_it(String series) {
        String csv = therapist
                .get(patient, "export?format=csv&series=" + series)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv.lines()).singleElement().asString().startsWith("local_date,occurred_at,zone,recorded_at,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=csv", "format=csv&series=notes", "series=pain", "format=xml"})
    void a_bad_parameter_is_refused(String query) {
        String named = query.equals("format=xml") ? "format" : "series";

        therapist.get(patient, "export?" + query).statusCode(422).body("errors.parameter", contains(named));
    }

    @Test
    void a_clinics_pages_hold_every_patient_once_and_nobody_of_another_clinic() throws Exception {
        TestClinic neighbour = new TestClinic(publisher);
        report(neighbour, neighbour.enrol());
        List<String> expected = new ArrayList<>(List.of(patient.patient().toString()));
        report(clinic, patient);
        for (int n = 0; n < 4; n++) {
            PatientRef other = clinic.enrol();
            report(clinic, other);
            expected.add(other.patient().toString());
        }

        List<String> subjects = new ArrayList<>();
        int pages = 0;
        @Nullable String next = "/v1/export?limit=2";
        while (next != null) {
            var page = Api.as(clinic.admin()).get(next).statusCode(200).extract();
            lines(page.asString()).stream()
                    .filter(line -> line.path("id").asText().startsWith("pain-score/"))
                    .forEach(line -> subjects.add(line.path("subject").asText()));
            String link = page.header("Link");
            URI uri = link == null ? null : URI.create(link.substring(1, link.indexOf('>')));
            next = uri == null ? null : uri.getRawPath() + "?" + uri.getRawQuery();
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(subjects)
                .containsExactlyElementsOf(expected.stream().sorted().toList());
    }

    @Test
    void a_clinics_export_is_for_its_administrators() {
        for (String token : List.of(clinic.therapist(), clinic.system(), clinic.patient(patient))) {
            Api.as(token).get("/v1/export").statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "cursor=AAAA", "cursor=..."})
    void a_bad_page_is_refused(String query) {
        Api.as(clinic.admin())
                .get("/v1/export?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    @Test
    void another_clinics_patient_looks_like_one_who_does_not_exist() {
        Api stranger = Api.as(new TestClinic(publisher).therapist());

        String unknown = therapist
                .get(clinic.stranger(), "export")
                .statusCode(404)
                .extract()
                .asString();

        assertThat(stranger.get(patient, "export").statusCode(404).extract().asString())
                .isEqualTo(unknown);
        assertThat(Api.as(clinic.patient(clinic.enrol()))
                        .get(patient, "export?format=csv&series=pain")
                        .statusCode(404)
                        .extract()
                        .asString())
                .isEqualTo(unknown);
    }

    private String item(Instant at, int score) {
        String body = Api.score(1, score, at, null);
        return "{\"patientId\":\"%s\",\"kind\":\"pain-score\",\"id\":\"%s\","
                        .formatted(patient.patient(), UUID.randomUUID())
                + body.substring(1);
    }

    private static void report(TestClinic clinic, PatientRef patient) {
        Api api = Api.as(clinic.therapist());
        String position = position(api.put(patient, "pain-scores", UUID.randomUUID(), Api.score(4)));
        api.get(patient, "progress?after=" + position).header("Backtrack-Applied", "true");
    }

    private void applied(PatientRef whose, String position) {
        therapist.get(whose, "progress?after=" + position).header("Backtrack-Applied", "true");
    }

    private static String position(io.restassured.response.ValidatableResponse answer) {
        return answer.extract().header("Backtrack-Position");
    }

    private static List<JsonNode> lines(String ndjson) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ndjson.split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** As docs/export.md says: rows of one context, the mean of each local date. */
    private static SortedMap<LocalDate, Double> dailyMeans(String csv) {
        List<String[]> rows =
                csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
        SortedMap<LocalDate, List<Integer>> scores = new TreeMap<>();
        rows.stream()
                .filter(row -> row[6].equals("average-24h"))
                .forEach(row -> scores.computeIfAbsent(LocalDate.parse(row[0]), any -> new ArrayList<>())
                        .add(Integer.valueOf(row[7])));
        SortedMap<LocalDate, Double> daily = new TreeMap<>();
        scores.forEach((date, all) ->
                daily.put(date, all.stream().mapToInt(score -> score).average().orElseThrow()));
        return daily;
    }

    private static double medianOfPairwiseSlopes(SortedMap<LocalDate, Double> daily) {
        List<Map.Entry<LocalDate, Double>> values = List.copyOf(daily.entrySet());
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                long days = ChronoUnit.DAYS.between(
                        values.get(i).getKey(), values.get(j).getKey());
                all.add(7 * (values.get(j).getValue() - values.get(i).getValue()) / days);
            }
        }
        double[] slopes = all.stream().mapToDouble(slope -> slope).sorted().toArray();
        int middle = slopes.length / 2;
        return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    private static double meanOfLastWeek(SortedMap<LocalDate, Double> daily, LocalDate until) {
        return daily.tailMap(until.minusDays(6)).values().stream()
                .mapToDouble(value -> value)
                .average()
                .orElseThrow();
    }
}
