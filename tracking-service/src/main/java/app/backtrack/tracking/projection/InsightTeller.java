package app.backtrack.tracking.projection;

import static java.util.stream.Collectors.toMap;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.fault.CrashPoint;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.insight.InsightPlanner;
import app.backtrack.tracking.insight.InsightRules;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.rule.StandingRules;
import app.backtrack.tracking.settings.ClinicSettingsBook;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Judges which insights a view raises or ends, and tells of them once. */
@Singleton
class InsightTeller {
    private static final int PUBLISHED_AT_A_TIME = 200;

    private final JournalStore journals;
    private final ProgressStore store;
    private final InsightLedgerStore ledgers;
    private final EventPublisher publisher;
    private final ClinicSettingsBook settings;
    private final Clock clock;

    InsightTeller(
            JournalStore journals,
            ProgressStore store,
            InsightLedgerStore ledgers,
            EventPublisher publisher,
            ClinicSettingsBook settings,
            Clock clock) {
        this.journals = journals;
        this.store = store;
        this.ledgers = ledgers;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The documents with the steps that their views ask for. While there are any, a review is due: it moves on, from
     * the moment of the decision, only in the write that clears them.
     */
    List<ProgressDocument> judged(Collection<ProgressDocument> documents) {
        return judged(documents, false);
    }

    /**
     * The documents with what cannot wait: red flags. All else is judged at the next review, which is put off a little
     * with each call, since more of the same history may follow.
     */
    List<ProgressDocument> judgedForNow(Collection<ProgressDocument> documents) {
        return judged(documents, true);
    }

    private List<ProgressDocument> judged(Collection<ProgressDocument> documents, boolean forNow) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<PatientRef, InsightLedger> known = ledgers.read(documents.stream()
                .filter(document -> document.view().care().patient().known())
                .map(ProgressDocument::patient)
                .toList());
        return documents.stream()
                .map(document ->
                        judged(document, known.getOrDefault(document.patient(), InsightLedger.EMPTY), now, forNow))
                .toList();
    }

    /**
     * The documents of a generation that is not read: nothing is decided on them. Should one be read later, its review
     * is due at the patient's next midnight as that of any other.
     */
    List<ProgressDocument> unjudged(Collection<ProgressDocument> documents) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return documents.stream()
                .map(document -> document.with(List.of(), nextMidnight(document, now)))
                .toList();
    }

    /** Asks nobody for settings, which a command beside the service does not follow. */
    private static @Nullable Instant nextMidnight(ProgressDocument document, Instant now) {
        PatientView home = document.view().care().patient();
        return home.known() ? home.endOf(home.today(now)) : null;
    }

    private ProgressDocument judged(ProgressDocument document, InsightLedger ledger, Instant now, boolean forNow) {
        PatientView home = document.view().care().patient();
        if (!home.known()) {
            return document;
        }
        List<InsightStep> steps = InsightPlanner.steps(
                forNow
                        ? StandingRules.urgent(document.view())
                        : StandingRules.standing(document.view(), settings(document), home.today(now), now),
                forNow ? ledger.of(InsightRule.RED_FLAG) : ledger,
                standing -> evidence(document, standing),
                UUID::randomUUID,
                home.zone(now),
                now);
        if (forNow) {
            return document.with(steps, now.plus(Waiting.PATIENCE));
        }
        return document.with(steps, steps.isEmpty() ? nextReview(document, now) : now);
    }

    /** Tells what is pending, enters it into the ledgers, and clears it; may be repeated at any point. */
    void settle(Collection<ProgressDocument> documents) {
        settle(documents, false);
    }

    /** The same of what was judged for now: the review stays where it is. */
    void settleForNow(Collection<ProgressDocument> documents) {
        settle(documents, true);
    }

    private void settle(Collection<ProgressDocument> documents, boolean forNow) {
        if (documents.isEmpty()) {
            return;
        }
        publish(documents);
        CrashPoint.INSIGHTS_PUBLISHED.reached();
        ledgers.enter(documents.stream().collect(toMap(ProgressDocument::patient, ProgressDocument::pending)));
        CrashPoint.LEDGER_ENTERED.reached();
        // A miss means that somebody else settled it in the meantime, which is as good.
        store.writeAll(documents.stream()
                .map(document -> forNow ? document.with(List.of(), document.reviewAt()) : cleared(document))
                .toList());
    }

    private ProgressDocument cleared(ProgressDocument document) {
        Instant decidedAt = document.reviewAt() == null ? clock.instant() : document.reviewAt();
        return document.with(List.of(), nextReview(document, decidedAt));
    }

    /** Waits for the acknowledgements of a few hundred at a time: the publisher refuses what is too much at once. */
    private void publish(Collection<ProgressDocument> documents) {
        List<EventEnvelope<InsightEvent>> news = documents.stream()
                .flatMap(document ->
                        document.pending().stream().flatMap(step -> step.announcement(document.patient()).stream()))
                .toList();
        for (int from = 0; from < news.size(); from += PUBLISHED_AT_A_TIME) {
            news.subList(from, Math.min(news.size(), from + PUBLISHED_AT_A_TIME)).stream()
                    .map(publisher::publish)
                    .toList()
                    .forEach(InsightTeller::acknowledged);
        }
    }

    private static void acknowledged(CompletableFuture<Void> published) {
        try {
            published.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof PatientErased)) {
                throw e;
            }
        }
    }

    private List<String> evidence(ProgressDocument document, Standing standing) {
        EvidenceSpan span = standing.span();
        if (span == null) {
            return List.of();
        }
        SortedSet<String> parts = new TreeSet<>(ProgressProjection.linkedWeeks(document.view(), span.weeks()));
        parts.add(JournalPart.AMENDMENTS);
        return InsightRules.evidence(
                span, journals.read(document.patient(), parts).all());
    }

    private @Nullable Instant nextReview(ProgressDocument document, Instant now) {
        PatientView home = document.view().care().patient();
        return home.known()
                ? StandingRules.nextChange(document.view(), settings(document), home.today(now), now)
                : null;
    }

    private Settings.ByDate settings(ProgressDocument document) {
        return settings.byDate(document.patient().clinic());
    }
}
