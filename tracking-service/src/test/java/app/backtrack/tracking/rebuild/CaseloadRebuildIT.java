package app.backtrack.tracking.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.caseload.Ward;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.Generations;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.projection.JournalProjector;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The caseload made anew from progress and ledger, on a real store while the service goes on. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseloadRebuildIT {
    private static final Pace UNWATCHED = new Pace() {
        @Override
        public void waiting() {}

        @Override
        public void at(long done, long total) {}
    };

    @Inject
    EventPublisher publisher;

    @Inject
    JournalProjector projector;

    @Inject
    CaseloadRebuild caseload;

    @Inject
    ProgressRebuild progress;

    @Inject
    Rebuilds rebuilds;

    @Inject
    Switching switching;

    @Inject
    CurrentGenerations current;

    @Test
    void rows_made_anew_equal_those_that_were_kept_up_and_both_are_kept_up_from_then_on() {
        TestClinic clinic = new TestClinic(publisher);
        List<PatientRef> patients = Stream.generate(clinic::stranger).limit(3).toList();
        patients.forEach(patient -> happens(
                Ward.enrolled(patient, "thea.a"),
                Ward.fact(patient, Facts.score(1, 1, Ward.TODAY.minusDays(2), 4)),
                Ward.fact(patient, Facts.flare(2, 1, Ward.TODAY))));
        happens(Ward.closed(patients.getFirst(), flare(2)));

        // Killed once it has begun: nothing is cleaned up.
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> rebuilds.run(caseload, new Killer()));
        Generations state = rebuilds.run(caseload, UNWATCHED);
        String beside = state.other().orElseThrow();

        assertThat(rows(beside, patients)).hasSize(3).isEqualTo(rows(state.live(), patients));
        assertThat(rows(beside, patients).get(patients.getFirst().key())).doesNotContain("\"flare\"");
        assertThat(rows(beside, patients).get(patients.getLast().key())).contains("\"flare\"");

        happens(Ward.closed(patients.getLast(), flare(2)));
        assertThat(rows(beside, patients).get(patients.getLast().key())).doesNotContain("\"flare\"");
        switching.switchTo(ProjectionName.CASELOAD, true);
        current.refresh();
        happens(Ward.assigned(patients.getLast(), 2, "theo.b"));
        assertThat(rows(beside, patients)).isEqualTo(rows(state.live(), patients));
        assertThat(rows(beside, patients).get(patients.getLast().key())).contains("theo.b");

        switching.switchTo(ProjectionName.CASELOAD, false);
        assertThat(switching.drop(caseload).live()).isEqualTo(state.live());
        caseload.eachId(beside, ids -> assertThat(ids).isEmpty());
    }

    /** Each generation of the progress counts its own revisions, and a new one has fewer. */
    @Test
    void rows_follow_the_progress_after_another_generation_of_it_is_read() {
        PatientRef patient = new TestClinic(publisher).stranger();
        happens(Ward.enrolled(patient, "thea.a"));
        for (int n = 0; n < 10; n++) {
            happens(Ward.fact(patient, Facts.score(n, 1, Ward.TODAY.minusDays(n), 4)));
        }
        rebuilds.run(progress, UNWATCHED);
        switching.switchTo(ProjectionName.PROGRESS, true);
        current.refresh();

        happens(Ward.fact(patient, Facts.flare(20, 1, Ward.TODAY)));

        String live = current.live(ProjectionName.CASELOAD);
        assertThat(rows(live, List.of(patient)).get(patient.key())).contains(flare(20));
        switching.switchTo(ProjectionName.PROGRESS, false);
        current.refresh();
        happens(Ward.closed(patient, flare(20)));
        assertThat(rows(live, List.of(patient)).get(patient.key())).doesNotContain(flare(20));
        switching.drop(progress);
    }

    private Map<String, String> rows(String collection, List<PatientRef> patients) {
        return caseload.canonical(
                collection, patients.stream().map(PatientRef::key).toList());
    }

    /** In the log, and handled at once rather than whenever the loop comes to it. */
    private void happens(EventEnvelope<?>... events) {
        for (EventEnvelope<?> event : events) {
            publisher.publish(event).join();
        }
        projector.handle(List.of(events));
    }

    private static String flare(int n) {
        return "flare/1/" + Ward.TODAY + "/" + Facts.id(n);
    }

    private static final class Killer implements Pace {
        @Override
        public void waiting() {}

        @Override
        public void at(long done, long total) {
            throw new Killed();
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
