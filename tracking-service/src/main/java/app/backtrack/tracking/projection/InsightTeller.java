package app.backtrack.tracking.projection;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.insight.InsightPlanner;
import app.backtrack.tracking.insight.InsightRules;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges which insights a view raises or ends, and tells of them once. */
@Singleton
class InsightTeller {
    /** The longest window of a rule and a week more: what lies before cannot hold on any later day. */
    private static final int WEEKS_THAT_MATTER = 13;

    private final JournalStore journals;
    private final ProgressStore store;
    private final InsightLedgerStore ledgers;
    private final EventPublisher publisher;
    private final Clock clock;

    InsightTeller(
            JournalStore journals,
            ProgressStore store,
            InsightLedgerStore ledgers,
            EventPublisher publisher,
            Clock clock) {
        this.journals = journals;
        this.store = store;
        this.ledgers = ledgers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * The document with the steps that its view asks for. While there are any, a review is due: it moves on, from the
     * moment of the decision, only in the write that clears them.
     */
    ProgressDocument judged(ProgressDocument document) {
        PatientView home = document.view().care().patient();
        if (!home.known()) {
            return document;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ZoneId zone = home.zone(now);
        LocalDate today = home.today(now);
        List<InsightStep> steps = InsightPlanner.steps(
                InsightRules.standing(document.view(), Settings.DEFAULT, today),
                ledgers.read(document.patient()),
                standing -> evidence(document, standing),
                UUID::randomUUID,
                zone,
                now);
        return document.with(steps, steps.isEmpty() ? nextReview(document.view(), now) : now);
    }

    /** Tells what is pending, enters it into the ledger, and clears it; may be repeated at any point. */
    void settle(ProgressDocument document) {
        PatientRef patient = document.patient();
        document.pending().stream()
                .flatMap(step -> step.announcement(patient).stream())
                .forEach(this::publish);
        ledgers.enter(patient, document.pending());
        Instant decidedAt = document.reviewAt() == null ? clock.instant() : document.reviewAt();
        // A miss means that somebody else settled it in the meantime, which is as good.
        store.write(document.with(List.of(), nextReview(document.view(), decidedAt)));
    }

    private void publish(EventEnvelope<InsightEvent> insight) {
        try {
            publisher.publish(insight).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof PatientErased)) {
                throw e;
            }
        }
    }

    private List<String> evidence(ProgressDocument document, Standing standing) {
        EvidenceSpan span = standing.span();
        List<String> weeks = Stream.iterate(span.from(), day -> !day.isAfter(span.to()), day -> day.plusDays(1))
                .map(IsoWeek::of)
                .distinct()
                .toList();
        SortedSet<String> parts = new TreeSet<>(ProgressProjection.linkedWeeks(document.view(), weeks));
        parts.add(JournalPart.AMENDMENTS);
        return InsightRules.evidence(
                span, journals.read(document.patient(), parts).all());
    }

    /** The patient's next midnight, when the windows move on; null where nothing lies in them. */
    private static @Nullable Instant nextReview(ProgressView view, Instant now) {
        PatientView home = view.care().patient();
        if (!home.known()) {
            return null;
        }
        ZoneId zone = home.zone(now);
        LocalDate today = home.today(now);
        boolean idle = view.weeks()
                .tailMap(IsoWeek.of(today.minusWeeks(WEEKS_THAT_MATTER)))
                .isEmpty();
        return idle ? null : today.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
