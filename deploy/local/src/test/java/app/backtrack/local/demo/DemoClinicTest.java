package app.backtrack.local.demo;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.demo.DemoFact.PainScore;
import app.backtrack.local.demo.DemoFact.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoClinicTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final DemoClinic clinic = new DemoClinic(TODAY);

    @Test
    void has_24_patients_of_every_kind_in_two_clinics_with_ids_of_their_own() {
        assertThat(clinic.patients()).hasSize(24);
        assertThat(clinic.patients().stream().map(DemoPatient::clinicId).collect(toSet()))
                .containsExactlyInAnyOrder("harbour-physio", "hillside-backs");
        assertThat(clinic.patients().stream().map(DemoPatient::course).collect(toSet()))
                .containsExactlyInAnyOrder(Course.values());
        assertThat(clinic.patients().stream().map(DemoPatient::id).collect(toSet()))
                .hasSize(24);
        assertThat(clinic.patients().stream().map(DemoPatient::ownIdentifier).collect(toSet()))
                .hasSize(24);
        assertThat(clinic.patients().getFirst().id()).isEqualTo(DemoClinic.REFERENCE_PATIENT);
    }

    @Test
    void is_the_same_each_time() {
        DemoClinic again = new DemoClinic(TODAY);

        assertThat(again.patients()).isEqualTo(clinic.patients());
        for (DemoPatient patient : clinic.patients()) {
            assertThat(again.facts(patient)).isEqualTo(clinic.facts(patient));
        }
    }

    @Test
    void everything_in_it_lies_in_the_past_within_twelve_weeks() {
        Instant from = TODAY.minusDays(85).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (DemoPatient patient : clinic.patients()) {
            assertThat(clinic.facts(patient))
                    .extracting(DemoFact::occurredAt)
                    .allSatisfy(at -> assertThat(at).isBetween(from, to));
        }
    }

    @Test
    void a_fact_has_its_own_id_and_only_a_correction_repeats_it() {
        Set<String> seen = new HashSet<>();
        for (DemoPatient patient : clinic.patients()) {
            for (DemoFact fact : clinic.facts(patient)) {
                int revision = fact instanceof PainScore score ? score.revision() : 1;
                assertThat(seen.add(fact.id() + "/" + revision)).isTrue();
            }
        }
    }

    @Test
    void the_reference_case_goes_from_8_to_1_or_2_in_week_10() {
        List<PainScore> scores = scores(Course.REFERENCE);

        assertThat(mean(scores, week(0))).isBetween(7.5, 8.5);
        assertThat(scores.stream().filter(week(9)).map(PainScore::score)).allMatch(score -> score == 1 || score == 2);
        assertThat(scores.stream().filter(week(9))).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void the_courses_go_where_their_names_say() {
        assertThat(mean(scores(Course.IMPROVING), week(11))).isLessThan(mean(scores(Course.IMPROVING), week(0)) - 2);
        assertThat(mean(scores(Course.WORSENING), week(11))).isGreaterThan(mean(scores(Course.WORSENING), week(0)) + 2);
        assertThat(mean(scores(Course.PLATEAU), week(11))).isBetween(4.0, 6.0);
        assertThat(scores(Course.SPARSE)).hasSizeLessThan(16);
        assertThat(scores(Course.CORRECTED))
                .filteredOn(score -> score.revision() == 2)
                .hasSizeGreaterThan(4);
        assertThat(scores(Course.ONE_SIDED)).extracting(PainScore::side).containsOnly("left");
    }

    @Test
    void late_entries_are_sent_after_all_others() {
        List<Instant> sent = clinic.facts(patient(Course.LATE)).stream()
                .map(DemoFact::occurredAt)
                .toList();

        assertThat(sent.getLast()).isBefore(sent.get(sent.size() / 2));
    }

    @Test
    void sessions_come_up_to_three_times_a_week() {
        List<DemoFact> facts = clinic.facts(patient(Course.REFERENCE));

        assertThat(facts.stream().filter(Session.class::isInstance)).hasSizeBetween(30, 36);
    }

    private DemoPatient patient(Course course) {
        return clinic.patients().stream()
                .filter(patient -> patient.course() == course)
                .findFirst()
                .orElseThrow();
    }

    private List<PainScore> scores(Course course) {
        return clinic.facts(patient(course)).stream()
                .filter(PainScore.class::isInstance)
                .map(PainScore.class::cast)
                .toList();
    }

    private static Predicate<PainScore> week(int week) {
        LocalDate start = TODAY.minusDays(DemoClinic.DAYS);
        return score ->
                start.datesUntil(TODAY).toList().indexOf(LocalDate.ofInstant(score.occurredAt(), ZoneOffset.UTC)) / 7
                        == week;
    }

    private static double mean(List<PainScore> scores, Predicate<PainScore> which) {
        return scores.stream().filter(which).collect(averagingInt(PainScore::score));
    }
}
