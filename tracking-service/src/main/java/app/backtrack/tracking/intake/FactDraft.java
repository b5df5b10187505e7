package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainEvent.FlareRetracted;
import app.backtrack.events.PainEvent.PainScoreRetracted;
import app.backtrack.events.PainEvent.QuestionnaireRetracted;
import app.backtrack.events.PainEvent.RedFlagScreenRetracted;
import app.backtrack.events.SessionEvent.CareTimeRetracted;
import app.backtrack.events.SessionEvent.HabitCheckInRetracted;
import app.backtrack.events.SessionEvent.SelfCheckRetracted;
import app.backtrack.events.SessionEvent.SessionRetracted;
import java.util.UUID;

/** A fact of the right shape that still has to be held against the patient's bounds and the clock. */
sealed interface FactDraft {

    /** Made by the client. */
    UUID id();

    /** Which kind of fact it is a revision of. */
    FactKind kind();

    /** 1 to 1000. */
    int revision();

    /** A report of what happened. */
    record ReportDraft(UUID id, ReportRequest request) implements FactDraft {
        @Override
        public FactKind kind() {
            return request.kind();
        }

        @Override
        public int revision() {
            return request.revision();
        }
    }

    /** A fact to be taken back. */
    record RetractionDraft(FactKind kind, UUID id, int revision, AmendmentReason reason) implements FactDraft {

        FactEvent.Retraction toFact() {
            return switch (kind) {
                case PAIN_SCORE -> new PainScoreRetracted(id, revision, reason);
                case SESSION -> new SessionRetracted(id, revision, reason);
                case RED_FLAG_SCREEN -> new RedFlagScreenRetracted(id, revision, reason);
                case FLARE -> new FlareRetracted(id, revision, reason);
                case QUESTIONNAIRE -> new QuestionnaireRetracted(id, revision, reason);
                case HABIT_CHECK_IN -> new HabitCheckInRetracted(id, revision, reason);
                case SELF_CHECK -> new SelfCheckRetracted(id, revision, reason);
                case CARE_TIME -> new CareTimeRetracted(id, revision, reason);
            };
        }
    }
}
