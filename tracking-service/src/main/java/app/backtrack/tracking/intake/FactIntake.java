package app.backtrack.tracking.intake;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.tracking.enrolment.Enrolments;
import app.backtrack.tracking.intake.FactRules.Checked;
import app.backtrack.tracking.intake.Taking.Refused;
import app.backtrack.tracking.intake.Taking.Taken;
import app.backtrack.tracking.journal.JournalEntry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Takes facts in: a fact is taken when the log has it, and needs neither the store nor any other service for that. */
@Singleton
class FactIntake {
    private final Enrolments enrolments;
    private final DailyQuota quota;
    private final EventPublisher publisher;
    private final Clock clock;

    FactIntake(Enrolments enrolments, DailyQuota quota, EventPublisher publisher, Clock clock) {
        this.enrolments = enrolments;
        this.quota = quota;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Takes a draft in.
     *
     * @param batch joins the facts of one request; null for a fact that came alone
     * @return fails in an outage: whether the log has the fact is unknown then
     */
    CompletableFuture<Taking> take(PatientRef patient, Actor actor, @Nullable String batch, FactDraft draft) {
        return enrolments.earliest(patient).thenCompose(earliest -> checked(patient, actor, batch, draft, earliest));
    }

    private CompletableFuture<Taking> checked(
            PatientRef patient, Actor actor, @Nullable String batch, FactDraft draft, Optional<LocalDate> earliest) {
        if (earliest.isEmpty()) {
            return refused(Refused.of(Refusal.unknownPatient().problem()));
        }
        // What was reported may still be taken back.
        if (draft instanceof FactDraft.ReportDraft && enrolments.isConsentWithdrawn(patient)) {
            return refused(new Refused(
                    Problem.of(
                            "consent-withdrawn",
                            409,
                            "The patient agrees no longer to being tracked",
                            "The clinic notes it when the patient agrees again: PUT …/consents/tracking."),
                    false));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (FactRules.check(draft, earliest.get(), now)) {
            case Checked.Flawed flawed -> refused(Refused.of(flawed.flaws()));
            case Checked.Sound sound -> publish(EventEnvelope.ofFact(sound.fact(), patient, now, actor, batch));
        };
    }

    private CompletableFuture<Taking> publish(EventEnvelope<FactEvent> envelope) {
        PatientRef patient = envelope.subject();
        LocalDate day = envelope.data() instanceof FactEvent.Report report
                ? report.localDate()
                : LocalDate.ofInstant(envelope.recordedAt(), ZoneOffset.UTC);
        if (!quota.take(patient, day)) {
            quota.giveBack(patient, day);
            return refused(new Refused(
                    Problem.of("too-many-facts", 429, "Too many facts of one day", "At most 300 speak of one day."),
                    true));
        }
        return publisher.publish(envelope).handle((done, failure) -> {
            if (failure != null) {
                quota.giveBack(patient, day);
                throw failure instanceof RuntimeException known ? known : new CompletionException(failure);
            }
            return new Taken(patient, new JournalEntry(envelope.data(), envelope.recordedAt(), envelope.actor()));
        });
    }

    private static CompletableFuture<Taking> refused(Refused refused) {
        return CompletableFuture.completedFuture(refused);
    }
}
