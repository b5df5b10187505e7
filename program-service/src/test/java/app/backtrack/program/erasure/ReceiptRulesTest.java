package app.backtrack.program.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.ErasureEvent.PatientDataErased;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.program.erasure.ErasureReportStore.Report;
import app.backtrack.runtime.register.Erasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptRulesTest {
    private static final Instant AT = Instant.parse("2026-11-28T10:15:30.125Z");

    @Test
    void an_erasure_is_complete_when_every_service_has_deleted_twice() {
        List<Report> reports = new ArrayList<>();
        for (String service : List.of("program-service", "tracking-service", "notification-service")) {
            assertThat(ReceiptRules.isComplete(reports)).isFalse();
            reports.add(report(service, 1));
            assertThat(ReceiptRules.isComplete(reports)).isFalse();
            reports.add(report(service, 2));
        }

        assertThat(ReceiptRules.isComplete(reports)).isTrue();
    }

    @Test
    void a_statement_says_who_decided_what_was_deleted_where_and_what_stays() {
        PatientRef patient =
                new PatientRef(new ClinicId("harbour-physio"), PatientId.of("0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f"));
        Erasure erasure =
                new Erasure(patient, AT, 4, ErasureReason.PATIENT_REQUEST, new Actor(Role.CLINIC_ADMIN, "ada"));

        assertThat(ReceiptRules.statement(erasure, List.of(report("tracking-service", 1))))
                .startsWith("{\"clinicId\":\"harbour-physio\",\"decidedAt\":\"2026-11-28T10:15:30.125Z\","
                        + "\"decidedBy\":\"clinic-admin:ada\",\"deleted\":[{\"at\":\"2026-11-28T10:15:30.125Z\","
                        + "\"documents\":{\"journal\":5},\"round\":1,\"service\":\"tracking-service\"}],"
                        + "\"keyDestroyed\":true,\"patientId\":\"0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f\","
                        + "\"reason\":\"patient-request\",\"staysReadable\":[\"in the log: clinic");
    }

    private static Report report(String service, int round) {
        return new Report(
                AT,
                new PatientDataErased(
                        service, round, List.of(new ErasedPlace("journal", 3), new ErasedPlace("journal", 2))));
    }
}
