package app.backtrack.program.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicEvent.QuietHours;
import app.backtrack.events.ClinicId;
import app.backtrack.events.Role;
import app.backtrack.events.Threshold;
import app.backtrack.program.it.Api;
import app.backtrack.program.it.ClinicLogBook;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicSettingsResourceIT {
    private static final String SETTINGS = "/v1/clinic/settings";
    private static final String PATIENT_CLINIC = "{\"thresholds\":{\"silence-hours\":72,\"spike-ratio\":1.50},"
            + "\"quietHours\":{\"from\":\"22:30\",\"until\":\"07:00\"},\"retentionYears\":10,"
            + "\"reason\":\"Our patients log on weekdays\",\"effectiveFrom\":\"FROM\"}";

    private final String clinic = Tokens.newClinic();
    private final Api admin = new Api(Tokens.admin(clinic));
    private final LocalDate from =
            LocalDate.ofInstant(Instant.now(), ZoneOffset.ofHours(14)).plusDays(7);

    @Inject
    ClinicLogBook log;

    @Inject
    ClinicSettingsStore store;

    @Test
    void a_clinic_begins_with_what_was_shipped() {
        admin.get(SETTINGS)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("inForce", equalTo(0))
                .body("effectiveFrom", nullValue())
                .body("thresholds.size()", equalTo(Threshold.values().length))
                .body("thresholds.find { it.id == 'silence-hours' }.value", equalTo(49))
                .body("thresholds.find { it.id == 'silence-hours' }.max", equalTo(336))
                .body("thresholds.find { it.id == 'spike-ratio' }.whole", equalTo(false))
                .body("quietHours.from", equalTo("21:00"))
                .body("retentionYears", nullValue());
        admin.get(SETTINGS + "/history").statusCode(200).body("versions.size()", equalTo(0));
    }

    @Test
    void other_settings_hold_from_their_date_and_are_told_to_the_log() throws Exception {
        put(0, patientClinic())
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("inForce", equalTo(1))
                .body("thresholds.find { it.id == 'silence-hours' }.value", equalTo(72))
                .body("quietHours.from", equalTo("22:30"))
                .body("quietHoursShipped.from", equalTo("21:00"));

        admin.get(SETTINGS)
                .body("inForce", equalTo(0))
                .body("scheduled.effectiveFrom", equalTo(List.of(from.toString())));
        admin.get(SETTINGS + "?on=" + from.minusDays(1)).body("inForce", equalTo(0));
        admin.get(SETTINGS + "?on=" + from).body("retentionYears", equalTo(10));
        admin.get(SETTINGS + "/history")
                .body("versions[0].decidedBy.id", equalTo("admin." + clinic))
                .body("versions[0].reason", equalTo("Our patients log on weekdays"))
                .body("versions[0].thresholds.silence-hours", equalTo(72));
        ClinicEnvelope event = log.event(new ClinicId(clinic), 1);
        assertThat(event.actor()).isEqualTo(new Actor(Role.CLINIC_ADMIN, "admin." + clinic));
        assertThat(event.data())
                .isEqualTo(new ClinicSettingsChanged(
                        1,
                        from,
                        new ClinicSettings(
                                new TreeMap<>(Map.of(
                                        Threshold.SILENCE_HOURS,
                                        new BigDecimal("72"),
                                        Threshold.SPIKE_RATIO,
                                        new BigDecimal("1.5"))),
                                new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0)),
                                10,
                                null),
                        "Our patients log on weekdays"));
    }

    @Test
    void the_same_again_makes_no_version() {
        put(0, patientClinic()).statusCode(200);

        put(1, patientClinic()).statusCode(200).header("ETag", equalTo("\"1\""));
    }

    @Test
    void of_two_who_change_them_at_once_one_is_told_the_current_version() throws Exception {
        for (int version = 0; version < 2; version++) {
            String seen = "\"" + version + "\"";
            int years = 10 * version;
            List<Callable<Response>> requests = IntStream.rangeClosed(1, 4)
                    .<Callable<Response>>mapToObj(i -> () -> admin.request()
                            .header("If-Match", seen)
                            .body("{\"retentionYears\":" + (years + i) + "}")
                            .put(SETTINGS))
                    .toList();

            assertThat(Api.race(requests)).containsExactly(200, 412, 412, 412);
        }
        put(1, "{}").statusCode(412).body("detail", containsString("The current version is 2"));
        admin.put(SETTINGS, "{}").statusCode(428);
    }

    @Test
    void what_was_committed_and_not_relayed_is_swept_into_the_log() throws Exception {
        ClinicEnvelope event = new ClinicEnvelope(
                new ClinicId(clinic),
                Instant.parse("2026-11-20T18:30:00.123Z"),
                new Actor(Role.CLINIC_ADMIN, "adam.harbour"),
                new ClinicSettingsChanged(1, from, ClinicSettings.SHIPPED, null));

        assertThat(store.append(0, event)).isTrue();

        assertThat(log.event(new ClinicId(clinic), 1)).isEqualTo(event);
    }

    @Test
    void clinicians_read_and_administrators_change() {
        Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));
        Api system = new Api(Tokens.system(clinic));
        Api patient = new Api(Tokens.patient(clinic, UUID.randomUUID().toString()));
        put(0, patientClinic()).statusCode(200);

        for (Api reader : List.of(therapist, system)) {
            reader.get(SETTINGS).statusCode(200).header("ETag", equalTo("\"1\""));
            reader.get(SETTINGS + "/history").statusCode(200);
            reader.put(SETTINGS, "{}").statusCode(403);
        }
        patient.get(SETTINGS).statusCode(403);
        new Api(Tokens.admin(Tokens.newClinic())).get(SETTINGS).header("ETag", equalTo("\"0\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/thresholds/silence-hours | {'thresholds':{'silence-hours':23}}",
                "/thresholds/silence-hours | {'thresholds':{'silence-hours':'72'}}",
                "/thresholds/silence-hours | {'thresholds':{'silence-hours':null}}",
                "/thresholds/bogus         | {'thresholds':{'bogus':1}}",
                "/thresholds               | {'thresholds':[]}",
                "/quietHours/from          | {'quietHours':{'from':'24:00','until':'07:00'}}",
                "/quietHours/from          | {'quietHours':{'from':'9 pm','until':'07:00'}}",
                "/quietHours/until         | {'quietHours':{'from':'21:00'}}",
                "/quietHours/until         | {'quietHours':{'from':'21:00','until':'21:00'}}",
                "/retentionYears           | {'retentionYears':31}",
                "/effectiveFrom            | {'retentionYears':5,'effectiveFrom':'2020-01-01'}",
                "/effectiveFrom            | {'retentionYears':5,'effectiveFrom':'+999999999-01-01'}",
                "/reason                   | {'reason':' '}",
                "/bogus                    | {'bogus':1}",
            })
    void bad_input_is_refused_with_its_place(String pointer, String body) {
        put(0, body.replace('\'', '"')).statusCode(422).body("errors.pointer", hasItem(pointer));
        admin.get(SETTINGS).header("ETag", equalTo("\"0\""));
    }

    @Test
    void a_day_that_is_none_is_refused() {
        admin.get(SETTINGS + "?on=today").statusCode(422).body("errors[0].parameter", equalTo("on"));
    }

    private String patientClinic() {
        return PATIENT_CLINIC.replace("FROM", from.toString());
    }

    private ValidatableResponse put(int version, String body) {
        return admin.request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(SETTINGS)
                .then();
    }
}
