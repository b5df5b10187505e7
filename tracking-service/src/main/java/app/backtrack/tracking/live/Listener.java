package app.backtrack.tracking.live;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.AccessTrail;
import app.backtrack.tracking.caseload.CaseloadStore.ChangedRow;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One open stream of changes. Only the feed's one thread calls it. */
final class Listener {
    /** Twice the difference between clocks at which a service refuses work: no row is dated further back than that. */
    static final Duration OVERLAP = Duration.ofSeconds(120);

    private final ClinicId clinic;
    private final @Nullable String therapist;
    private final AccessTrail trail;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> out;
    private final Map<PatientId, Instant> told = new HashMap<>();
    private final Instant openedAt;
    private Instant since;
    private Instant heardOf;

    /**
     * Opens a stream.
     *
     * @param therapist whose patients; null for the whole clinic
     * @param trail notes whom it shows
     * @param since changes from then on are told, and some that were told before
     */
    Listener(
            ClinicId clinic,
            @Nullable String therapist,
            Instant since,
            Instant now,
            AccessTrail trail,
            Sse sse,
            MultiEmitter<? super OutboundSseEvent> out) {
        this.clinic = clinic;
        this.therapist = therapist;
        this.since = since;
        this.openedAt = now;
        this.heardOf = now;
        this.trail = trail;
        this.sse = sse;
        this.out = out;
    }

    ClinicId clinic() {
        return clinic;
    }

    /** From when on rows have to be looked at for it. */
    Instant from() {
        return since.minus(OVERLAP);
    }

    boolean isOpenedBefore(Instant moment) {
        return openedAt.isBefore(moment);
    }

    /** Whether it was not told yet that the row of this patient changed at this moment. */
    boolean isNews(PatientId patient, Instant changedAt) {
        return !changedAt.isBefore(from()) && !changedAt.equals(told.get(patient));
    }

    /** Tells of a row, if it is one of the list that this stream is about. */
    void tell(ChangedRow changed, Instant now) {
        PatientId patient = changed.row().patientId();
        if (!isNews(patient, changed.changedAt())) {
            return;
        }
        told.put(patient, changed.changedAt());
        if (therapist == null || changed.row().therapists().contains(therapist)) {
            emit("changed", changed, CaseloadChange.of(changed.row()), now);
        } else if (changed.former().contains(therapist)) {
            emit("left", changed, new CaseloadChange(patient, changed.row().evaluatedFor(), null), now);
        }
    }

    /** All that changed before {@code now} was told. */
    void caughtUp(Instant now) {
        since = now.isAfter(since) ? now : since;
        told.values().removeIf(changedAt -> changedAt.isBefore(from()));
    }

    /** Shows that the stream is alive, if nothing else has for a while; a client that went away is noticed by it. */
    void beat(Instant now, Duration pause) {
        if (!now.isBefore(heardOf.plus(pause))) {
            out.emit(sse.newEventBuilder().comment("alive").build());
            heardOf = now;
        }
    }

    /** Ends the stream; the client comes again with a token that is valid then. */
    void end() {
        out.complete();
    }

    private void emit(String name, ChangedRow changed, CaseloadChange change, Instant now) {
        if (out.isCancelled()) {
            return;
        }
        try {
            trail.shows(new PatientRef(clinic, change.patientId())).join();
        } catch (CompletionException e) {
            // Nothing is shown that cannot be noted; the client comes again and is told then.
            out.fail(e);
            return;
        }
        out.emit(sse.newEventBuilder()
                .id(Long.toString(changed.changedAt().toEpochMilli()))
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(CaseloadChange.class, change)
                .build());
        heardOf = now;
    }
}
