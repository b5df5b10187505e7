package app.backtrack.tracking.caseload;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.RedFlag;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.caseload.CaseloadRow.OpenAlert;
import app.backtrack.tracking.caseload.CaseloadStore.Stored;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.projection.JournalProjector;
import app.backtrack.tracking.projection.ProgressDocument;
import app.backtrack.tracking.projection.ProgressStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseloadFollowerIT {
    private static final String LIVE = "caseload-v1";

    @Inject
    EventPublisher publisher;

    @Inject
    JournalProjector projector;

    @Inject
    ProgressStore progress;

    @Inject
    CaseloadStore store;

    @Inject
    CaseloadFollower follower;

    @Inject
    CaseloadSweep sweep;

    private TestClinic clinic;
    private PatientRef patient;

    @BeforeEach
    void somebody() {
        clinic = new TestClinic(publisher);
        patient = clinic.stranger();
    }

    @Test
    void a_row_follows_the_progress_with_the_alerts_that_were_told() {
        projector.handle(List.of(
                Ward.enrolled(patient, "thea.a", "theo.b"),
                Ward.fact(patient, Facts.screen(1, 1, Ward.TODAY, RedFlag.SADDLE_NUMBNESS))));

        CaseloadRow row = stored().document().row();
        assertThat(row.therapists()).containsExactly("thea.a", "theo.b");
        assertThat(row.evaluatedFor()).isEqualTo(Ward.TODAY);
        assertThat(requireNonNull(row.reason()).insightId()).startsWith("red-flag/1/" + Ward.TODAY);
        assertThat(stored().document().progressRevision())
                .isEqualTo(progress.read(patient).revision());
    }

    @Test
    void an_alert_that_a_clinician_closed_or_acknowledged_is_open_no_longer() {
        projector.handle(List.of(
                Ward.enrolled(patient, "thea.a"),
                Ward.fact(patient, Facts.flare(1, 1, Ward.TODAY)),
                Ward.fact(patient, Facts.flare(2, 1, Ward.TODAY)),
                Ward.fact(patient, Facts.screen(3, 1, Ward.TODAY, RedFlag.SADDLE_NUMBNESS))));
        List<String> open = open();
        assertThat(open).hasSize(3);
        EventEnvelope<?> closed = Ward.closed(patient, open.get(1));

        projector.handle(List.of(closed));
        assertThat(open()).containsExactly(open.get(0), open.get(2));
        projector.handle(List.of(Ward.acknowledged(patient, open.get(2)), Ward.acknowledged(patient, open.get(0))));
        assertThat(open()).containsExactly(open.getFirst());
        Stored last = stored();
        projector.handle(List.of(closed));

        assertThat(open.getFirst()).startsWith("red-flag");
        assertThat(stored()).isEqualTo(last);
    }

    private List<String> open() {
        return stored().document().row().alerts().stream()
                .map(OpenAlert::insightId)
                .toList();
    }

    @Test
    void who_is_not_enrolled_yet_has_no_row() {
        projector.handle(List.of(Ward.fact(patient, Facts.score(1, 1, Ward.TODAY, 4))));

        assertThat(store.read(List.of(patient))).isEmpty();
    }

    @Test
    void a_batch_that_comes_again_writes_nothing() {
        List<EventEnvelope<?>> batch =
                List.of(Ward.enrolled(patient, "thea.a"), Ward.fact(patient, Facts.score(1, 1, Ward.TODAY, 4)));
        projector.handle(batch);
        Stored first = stored();

        projector.handle(batch);

        assertThat(stored()).isEqualTo(first);
    }

    @Test
    void live_and_replayed_in_any_order_and_batches_end_in_equal_rows() {
        List<CaseloadRow> rows = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            patient = clinic.stranger();
            List<EventEnvelope<?>> events = new ArrayList<>(List.of(Ward.enrolled(patient, "thea.a")));
            for (int day = 0; day < 20; day++) {
                events.add(Ward.fact(patient, Facts.score(day, 1, Ward.TODAY.minusDays(20 - day), day / 2)));
            }
            events.add(Ward.fact(patient, Facts.score(3, 2, Ward.TODAY.minusDays(1), 9)));
            events.addAll(events.subList(5, 9));
            Collections.shuffle(events, new Random(seed));
            for (int from = 0; from < events.size(); from += 1 + 3 * seed) {
                projector.handle(events.subList(from, Math.min(events.size(), from + 1 + 3 * seed)));
            }
            rows.add(stored().document().row());
        }

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.fourWeeks()).isEqualTo(rows.getFirst().fourWeeks());
            assertThat(row.twelveWeeks()).isEqualTo(rows.getFirst().twelveWeeks());
            assertThat(row.evaluatedFor()).isEqualTo(rows.getFirst().evaluatedFor());
        });
        assertThat(rows.getFirst().fourWeeks().change()).isNotNull();
    }

    @Test
    void who_froze_with_an_older_fold_overwrites_nothing() {
        projector.handle(
                List.of(Ward.enrolled(patient, "thea.a"), Ward.fact(patient, Facts.score(1, 1, Ward.TODAY, 4))));
        ProgressDocument frozen = progress.read(patient);
        projector.handle(List.of(Ward.assigned(patient, 2, "theo.b")));
        Stored fresh = stored();

        follower.follow(List.of(frozen), Instant.now().plus(Duration.ofDays(2)));

        assertThat(stored()).isEqualTo(fresh);
        assertThat(fresh.document().row().therapists()).containsExactly("theo.b");
    }

    @Test
    void who_froze_between_reading_and_writing_a_row_misses() {
        projector.handle(List.of(Ward.enrolled(patient, "thea.a")));
        Stored read = stored();
        projector.handle(List.of(Ward.assigned(patient, 2, "theo.b")));
        Stored fresh = stored();

        assertThat(store.write(LIVE, List.of(read.document()), Map.of(patient, read), Instant.now()))
                .isFalse();

        assertThat(stored()).isEqualTo(fresh);
        assertThat(store.write(LIVE, List.of(read.document()), Map.of(), Instant.now()))
                .isFalse();
        assertThat(stored()).isEqualTo(fresh);
    }

    @Test
    void a_row_is_judged_for_the_next_day_once_the_patients_day_is_over_and_not_before() {
        projector.handle(List.of(Ward.enrolled(patient, "thea.a"), Ward.prescribed(patient, Ward.TODAY.minusDays(6))));
        Instant midnight = requireNonNull(stored().document().renewAt());
        assertThat(requireNonNull(stored().document().row().program()).week()).isEqualTo(1);

        sweep.renew(midnight.minusMillis(1));
        assertThat(stored().document().row().evaluatedFor()).isEqualTo(Ward.TODAY);
        sweep.renew(midnight);

        assertThat(stored().document().row().evaluatedFor()).isEqualTo(Ward.TODAY.plusDays(1));
        assertThat(requireNonNull(stored().document().row().program()).week()).isEqualTo(2);
        assertThat(stored().document().renewAt()).isEqualTo(midnight.plus(Duration.ofDays(1)));
    }

    @Test
    void rows_that_are_missing_are_made_from_the_progress_alone() {
        projector.handle(
                List.of(Ward.enrolled(patient, "thea.a"), Ward.fact(patient, Facts.score(1, 1, Ward.TODAY, 4))));
        CaseloadRow before = stored().document().row();
        store.forget(patient);

        sweep.fill();

        assertThat(stored().document().row()).isEqualTo(before);
    }

    private Stored stored() {
        return requireNonNull(store.read(List.of(patient)).get(patient));
    }
}
