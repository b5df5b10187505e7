package app.backtrack.notification.watch;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.notification.alert.AlertId;
import app.backtrack.notification.alert.AlertStore;
import app.backtrack.notification.alert.Told;
import app.backtrack.notification.dispatch.HookPostbox;
import app.backtrack.notification.home.HomeStore;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.inbox.InboxStore;
import app.backtrack.runtime.erasure.ErasedPatients;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.runtime.register.Erasure;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was found into the inboxes of those whom it concerns, and posts their mail. Each write adds under an id
 * that follows from the event, so an event that comes again, late or before its time ends in the same entries and
 * mails.
 */
@Singleton
class InsightProjector implements BatchHandler {
    private static final Logger LOG = Logger.getLogger(InsightProjector.class);

    private final PatientWatchStore watches;
    private final AlertStore alerts;
    private final InboxStore inbox;
    private final FindingPost post;
    private final HookPostbox hooks;
    private final HomeStore homes;
    private final ErasedPatients erased;
    private boolean prepared;

    InsightProjector(
            PatientWatchStore watches,
            AlertStore alerts,
            InboxStore inbox,
            FindingPost post,
            HookPostbox hooks,
            HomeStore homes,
            ErasedPatients erased) {
        this.watches = watches;
        this.alerts = alerts;
        this.inbox = inbox;
        this.post = post;
        this.hooks = hooks;
        this.homes = homes;
        this.erased = erased;
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        if (!prepared) {
            inbox.prepare();
            alerts.prepare();
            prepared = true;
        }
        return events.stream().map(this::apply).toList();
    }

    private Outcome apply(EventEnvelope<?> event) {
        PatientRef patient = event.subject();
        hooks.post(event);
        return switch (event.data()) {
            case PatientEnrolled enrolled -> {
                homes.lives(patient, enrolled.version(), enrolled.zone(), enrolled.enrolledOn());
                yield tell(watches.assigned(patient, enrolled.version(), enrolled.therapists(), event.recordedAt()));
            }
            case TherapistsAssigned assigned ->
                tell(watches.assigned(patient, assigned.version(), assigned.therapists(), event.recordedAt()));
            // What is found of a discharged patient goes to those who looked after them last.
            case PatientDischarged discharged -> Outcome.IGNORED;
            case PatientTimeZoneChanged moved -> {
                homes.lives(patient, moved.version(), moved.zone(), moved.effectiveFrom());
                yield Outcome.APPLIED;
            }
            case PatientGoalsSet goals -> Outcome.IGNORED;
            case ConsentGiven given -> Outcome.IGNORED;
            case ConsentWithdrawn withdrawn -> Outcome.IGNORED;
            case PatientErased told -> {
                erased.enter(Erasure.of(event, told));
                yield Outcome.APPLIED;
            }
            case InsightRaised raised -> {
                alerts.raised(patient, raised, event.recordedAt());
                yield tell(watches.raised(patient, raised, event.recordedAt()));
            }
            case InsightWithdrawn withdrawn -> {
                alerts.withdrawn(patient, withdrawn, event.recordedAt());
                yield tell(watches.withdrawn(patient, withdrawn, event.recordedAt()));
            }
            case ProgramEvent program -> Outcome.IGNORED;
            case NotificationSent sent -> told(patient, Told.of(sent, event.recordedAt()));
            case NotificationFailed failed -> told(patient, Told.of(failed, event.recordedAt()));
            case AlertEvent alert -> decided(event, alert);
            case FactEvent fact -> Outcome.IGNORED;
            case AccessEvent access -> Outcome.IGNORED;
            case ErasureEvent erasure -> Outcome.IGNORED;
        };
    }

    private Outcome told(PatientRef patient, Told told) {
        alerts.told(patient, told);
        return Outcome.APPLIED;
    }

    private Outcome decided(EventEnvelope<?> event, AlertEvent alert) {
        alerts.decided(new EventEnvelope<>(
                event.id(),
                event.subject(),
                event.recordedAt(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                alert));
        return Outcome.APPLIED;
    }

    private Outcome tell(PatientWatch watch) {
        if (watch.assignments().isEmpty() && !watch.findings().isEmpty()) {
            // Passes by itself, unless the enrolment lies in the dead letters: then a person must put it back.
            LOG.warnf(
                    "Findings wait for their patient's enrolment, clinic=%s, findings=%d",
                    watch.patient().clinic(), watch.findings().size());
        }
        for (Finding finding : watch.findings()) {
            for (Addressee addressee : watch.addressees(finding, settledAt(watch, finding))) {
                post.tell(watch.patient(), addressee, finding);
            }
            if (finding.withdrawn()) {
                watch.everybody().forEach(addressee -> post.withdraw(watch.patient(), addressee, finding));
            }
        }
        return Outcome.APPLIED;
    }

    private @Nullable Instant settledAt(PatientWatch watch, Finding finding) {
        if (watch.assignments().size() < 2) {
            return null; // there was no change of therapists that it could matter for
        }
        PatientRef patient = watch.patient();
        return alerts.find(
                        patient.clinic(), AlertId.of(patient, finding.insight().insightId()))
                .map(alert -> alert.view().settledAt())
                .orElse(null);
    }
}
