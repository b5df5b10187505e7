package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EndToEnd
class MainPathIT {
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(30);

    private final LocalSystem system;

    MainPathIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void pain_scores_and_a_session_reach_progress_and_the_therapists_inbox_and_mail() {
        Clinic clinic = Clinic.open(system);
        LocalDate today = Fact.today();
        Patient patient = clinic.enrolWithProgram(today.minusDays(13));
        // On these twelve days the data suffices for the first time today, so that it is news: five days of the week
        // before, and the whole last one.
        int[] points = {2, 2, 3, 3, 3, 4, 4, 5, 6, 6, 7, 8};
        List<Fact> scores = IntStream.range(0, points.length)
                .mapToObj(day -> Fact.score(points[day], today.minusDays(points.length - 1L - day)))
                .toList();

        patient.sendAll(scores);
        String position = patient.sendAll(List.of(Fact.session(today)));
        JsonNode progress = patient.progressAfter(position, 4);

        List<Fact> sent = new ArrayList<>(scores);
        sent.add(Fact.session(today));
        assertThat(PlainProgress.shown(progress)).isEqualTo(PlainProgress.of(sent));
        assertThat(progress.path("verdict").asText()).isEqualTo("worsening");
        JsonNode entry = clinic.entryWithSentMail(patient, "trend-worsening", MAIL_LIMIT);
        assertThat(entry.path("severity").asText()).isEqualTo("high");
        assertThat(entry.path("since").asText()).isEqualTo(today.toString());
        // It may have been found before the last scores were read.
        assertThat(entry.path("evidence")).hasSizeBetween(10, points.length);
        assertThat(clinic.mails(entry.at("/deliveries/0/messageId").asText()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("text").asText())
                        .contains(system.urls().web() + "/clinic/inbox/"
                                + entry.path("id").asText())
                        .doesNotContain(patient.id().toString(), "worse", "Somebody"));
    }

    @Test
    void a_red_flag_is_a_critical_entry_and_a_mail_at_once() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();

        patient.send(Fact.screen(Fact.today(), "saddle-numbness")).is(202);

        JsonNode entry = clinic.entryWithSentMail(patient, "red-flag", MAIL_LIMIT);
        assertThat(entry.path("severity").asText()).isEqualTo("critical");
        assertThat(entry.path("state").asText()).isEqualTo("new");
        assertThat(clinic.mails(entry.at("/deliveries/0/messageId").asText())).hasSize(1);
    }

    @Test
    void a_red_flag_pauses_the_program_until_a_clinician_resumes_it() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        URI program = patient.program(UUID.randomUUID());
        Api.put(program, clinic.token(), Clinic.prescription(Fact.today())).is(201);

        patient.send(Fact.screen(Fact.today(), "saddle-numbness")).is(202);

        JsonNode paused = Eventually.get(() -> {
            JsonNode shown = Api.get(program, clinic.token()).is(200).json();
            assertThat(shown.path("status").asText()).isEqualTo("paused");
            return shown;
        });
        assertThat(paused.path("version").asInt()).isEqualTo(2);
        assertThat(paused.at("/decidedBy/role").asText()).isEqualTo("backtrack");
        Map<String, String> seen = Map.of("If-Match", "\"2\"");
        URI resume = URI.create(program + "/resume");
        Api.call("POST", resume, clinic.token(), Map.of(), seen).isProblem(409);
        Api.call("POST", resume, clinic.therapistToken(), Map.of(), seen).is(200);
    }

    @Test
    void an_import_of_old_facts_tells_nobody_anything() {
        Clinic clinic = Clinic.open(system);
        LocalDate today = Fact.today();
        Patient patient = clinic.enrolWithProgram(today.minusDays(60));
        List<Fact> old = new ArrayList<>(List.of(Fact.screen(today.minusDays(30), "fever-or-feeling-ill")));
        // Oldest first, as histories are kept: nobody can take the part that was read so far for news.
        IntStream.rangeClosed(4, 40)
                .map(back -> 44 - back)
                .forEach(ago -> old.add(Fact.score(10 - ago / 4, today.minusDays(ago))));

        JsonNode progress = patient.progressAfter(patient.sendJournal(old), 12);
        // The fresh one passes through the same partition after all that the import could have raised.
        patient.send(Fact.screen(today, "constant-night-pain")).is(202);
        clinic.entryWithSentMail(patient, "red-flag", MAIL_LIMIT);

        assertThat(progress.path("verdict").asText()).isEqualTo("worsening");
        assertThat(clinic.inbox(patient))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("since").asText()).isEqualTo(today.toString()));
    }

    @Test
    void a_series_of_equal_scores_is_stable_and_divides_nothing_by_zero() {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        List<Fact> equal = IntStream.range(0, 28)
                .mapToObj(ago -> Fact.score(0, Fact.today().minusDays(ago)))
                .toList();

        JsonNode progress = patient.progressAfter(patient.sendJournal(equal), 4);

        assertThat(progress.path("verdict").asText()).isEqualTo("stable");
        assertThat(progress.at("/slope/pointsPerWeek").asDouble(-1)).isZero();
        assertThat(progress.at("/direction/tau").isNull()).isTrue();
    }

    @Test
    void patients_who_were_enrolled_a_moment_ago_can_log_at_once() {
        Clinic clinic = Clinic.open(system);

        for (int i = 0; i < 10; i++) {
            clinic.enrol().send(Fact.score(5, Fact.today())).is(202);
        }
    }
}
