package app.backtrack.tracking.care;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventJson;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.ProgramEvent;
import app.backtrack.tracking.journal.Facts;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CareProjectionTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final List<ProgramEvent> STREAM = List.of(
            Programs.prescribed(START.plusDays(3), START),
            Programs.paused(2, START.plusDays(10), START),
            Programs.completed(3, START.plusDays(40), START));

    @Property(tries = 50)
    void order_and_repetition_of_versions_do_not_matter(@ForAll Random random) {
        List<ProgramEvent> shuffled = new ArrayList<>(STREAM);
        shuffled.addAll(STREAM);
        Collections.shuffle(shuffled, random);

        assertThat(care(shuffled)).isEqualTo(care(STREAM));
        assertThat(EventJson.write(care(shuffled))).isEqualTo(EventJson.write(care(STREAM)));
    }

    @Test
    void a_program_is_under_way_from_its_first_day_dated_back_or_not_until_it_is_ended() {
        CareView care = care(STREAM);

        assertThat(care.programStart(START.minusDays(1))).isNull();
        assertThat(care.programStart(START)).isEqualTo(START);
        assertThat(care.programStart(START.plusDays(39))).isEqualTo(START);
        assertThat(care.programStart(START.plusDays(40))).isNull();
    }

    @Test
    void a_paused_program_is_still_under_way() {
        assertThat(care(STREAM).activeProgram(START.plusDays(20)))
                .hasValueSatisfying(
                        program -> assertThat(program.version().version()).isEqualTo(2));
    }

    @Test
    void a_program_that_starts_later_is_not_under_way_yet() {
        CareView care = care(List.of(Programs.prescribed(START, START.plusDays(7))));

        assertThat(care.programStart(START.plusDays(6))).isNull();
        assertThat(care.programStart(START.plusDays(7))).isEqualTo(START.plusDays(7));
    }

    @Test
    void as_of_an_instant_only_what_was_recorded_by_then_is_known() {
        CareView care = CareProjection.apply(
                Programs.startingOn(START),
                Programs.completed(2, START.plusDays(5), START),
                Facts.RECORDED.plusSeconds(1));

        assertThat(care.programStart(START.plusDays(5))).isNull();
        assertThat(care.asOf(Facts.RECORDED)).isEqualTo(Programs.startingOn(START));
        assertThat(care.asOf(Facts.RECORDED.minusMillis(1))).isEqualTo(CareView.EMPTY);
    }

    @Test
    void an_enrolment_that_comes_twice_keeps_the_instant_it_was_first_recorded_at() {
        PatientEnrolled enrolled = new PatientEnrolled(1, START, "Europe/Berlin", List.of());
        CareView late = CareProjection.apply(CareView.EMPTY, enrolled, Facts.RECORDED.plusSeconds(9));
        CareView early = CareProjection.apply(CareView.EMPTY, enrolled, Facts.RECORDED);

        assertThat(CareProjection.apply(late, enrolled, Facts.RECORDED)).isEqualTo(early);
        assertThat(CareProjection.apply(early, enrolled, Facts.RECORDED.plusSeconds(9)))
                .isEqualTo(early);
    }

    @Test
    void on_the_eve_of_a_move_the_date_ends_when_the_next_one_begins_in_the_new_home() {
        CareView berlin = CareProjection.apply(
                CareView.EMPTY, new PatientEnrolled(1, START, "Europe/Berlin", List.of()), Facts.RECORDED);
        CareView moved = CareProjection.apply(
                berlin, new PatientTimeZoneChanged(2, "America/New_York", START.plusDays(5)), Facts.RECORDED);

        assertThat(moved.patient().endOf(START.plusDays(3))).isEqualTo(Instant.parse("2026-09-04T22:00:00Z"));
        assertThat(moved.patient().endOf(START.plusDays(4))).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void care_survives_its_stored_form() throws IOException {
        CareView care = Programs.completed(START, START.plusDays(84));

        assertThat(EventJson.read(EventJson.write(care), CareView.class)).isEqualTo(care);
    }

    private static CareView care(List<ProgramEvent> events) {
        CareView care = CareView.EMPTY;
        for (ProgramEvent event : events) {
            care = CareProjection.apply(care, event, Facts.RECORDED);
        }
        return care;
    }
}
