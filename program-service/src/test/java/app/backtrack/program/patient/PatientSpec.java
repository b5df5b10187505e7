package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PatientEvent;
import app.backtrack.program.patient.PatientDecision.Accepted;
import app.backtrack.program.patient.PatientDecision.Rejected;
import app.backtrack.program.patient.PatientDecision.Unchanged;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Given these events, when this is asked for, then exactly that follows. */
final class PatientSpec {
    private final List<PatientEvent> before;

    private PatientSpec(List<PatientEvent> before) {
        this.before = before;
    }

    static PatientSpec given(PatientEvent... events) {
        return new PatientSpec(List.of(events));
    }

    static Care replay(List<PatientEvent> events) {
        @Nullable Care care = null;
        for (PatientEvent event : events) {
            care = PatientDecider.evolve(care, event);
        }
        return Objects.requireNonNull(care);
    }

    Outcome when(PatientCommand command) {
        return new Outcome(PatientDecider.decide(command, replay(before)));
    }

    record Outcome(PatientDecision decision) {

        void then(PatientEvent expected) {
            assertThat(decision).isEqualTo(new Accepted(expected));
        }

        void thenRejected(PatientRejection expected) {
            assertThat(decision).isEqualTo(new Rejected(expected));
        }

        void thenUnchanged() {
            assertThat(decision).isEqualTo(new Unchanged());
        }
    }
}
