package app.backtrack.program.prescription;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent;
import app.backtrack.program.prescription.Decision.Accepted;
import app.backtrack.program.prescription.Decision.Rejected;
import java.util.List;

/** Reads as: given these events, when this command comes, then exactly this follows. */
final class ProgramSpec {
    private final List<ProgramEvent> before;

    private ProgramSpec(List<ProgramEvent> before) {
        this.before = before;
    }

    static ProgramSpec given(ProgramEvent... events) {
        return new ProgramSpec(List.of(events));
    }

    Outcome when(ProgramCommand command) {
        return new Outcome(ProgramDecider.decide(command, ProgramDecider.replay(before)));
    }

    record Outcome(Decision decision) {

        void then(ProgramEvent... expected) {
            assertThat(decision).isEqualTo(new Accepted(List.of(expected)));
        }

        void thenRejected(Rejection expected) {
            assertThat(decision).isEqualTo(new Rejected(expected));
        }
    }
}
