package app.backtrack.notification.alert;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.EventJson;
import app.backtrack.events.EventType;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.notification.alert.Alert.Raised;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Writes alerts as documents and reads them back. Events stand in their canonical JSON, exact to the last digit. */
final class AlertDocuments {
    /** Stands for "not put off", so that one comparison finds what is not. */
    private static final Instant NEVER = Instant.EPOCH;

    private AlertDocuments() {}

    static Document write(Alert alert) {
        AlertView view = alert.view();
        Document document = new Document("clinic", alert.patient().clinic().value())
                .append("patient", alert.patient().key())
                .append("insightId", alert.insightId())
                .append("withdrawnAt", date(alert.withdrawnAt()))
                .append(
                        "decisions",
                        alert.decisions().stream().map(AlertDocuments::write).toList())
                .append("state", view.lastingState().wireName())
                .append("snoozedUntil", Date.from(view.snoozedUntil() == null ? NEVER : view.snoozedUntil()))
                .append("assignee", view.assignee());
        Raised raised = alert.raised();
        if (raised != null) {
            document.append("raised", json(raised.insight()))
                    .append("raisedAt", Date.from(raised.at()))
                    .append("rule", raised.insight().rule().wireName())
                    .append("severity", raised.insight().severity().wireName())
                    .append("position", position(raised.at(), alert.id()));
        }
        return document;
    }

    /** The place in a list: by time, and alerts of one millisecond by id. */
    static String position(Instant raisedAt, AlertId id) {
        return "%015d/%s".formatted(raisedAt.toEpochMilli(), id);
    }

    private static Document write(AlertDecision decision) {
        return new Document("id", decision.id())
                .append("type", EventType.of(decision.event()).wireName())
                .append("event", json(decision.event()))
                .append("actor", decision.actor().wireForm())
                .append("at", Date.from(decision.at()));
    }

    static Document write(Told told) {
        return new Document("channel", told.channel().wireName())
                .append("recipient", told.recipient())
                .append("at", Date.from(told.at()))
                .append("failed", told.failed());
    }

    static List<Told> readTold(Document found) {
        Document all = found.get("told", new Document());
        return all.keySet().stream()
                .map(name -> told(name, found.getString("insightId"), all.get(name, Document.class)))
                .sorted(Comparator.comparing(Told::at).thenComparing(Told::notification))
                .toList();
    }

    private static Told told(String name, String insight, Document found) {
        return new Told(
                UUID.fromString(name),
                insight,
                WireName.find(NotificationChannel.class, found.getString("channel"))
                        .orElseThrow(),
                found.getString("recipient"),
                found.getDate("at").toInstant(),
                found.getString("failed"));
    }

    static Alert read(Document found) {
        Date raisedAt = found.getDate("raisedAt");
        Date withdrawnAt = found.getDate("withdrawnAt");
        return new Alert(
                PatientRef.of(found.getString("patient")),
                found.getString("insightId"),
                raisedAt == null ? null : new Raised(insight(found.getString("raised")), raisedAt.toInstant()),
                withdrawnAt == null ? null : withdrawnAt.toInstant(),
                found.getList("decisions", Document.class, List.of()).stream()
                        .map(AlertDocuments::decision)
                        .toList(),
                found.getInteger("version"));
    }

    private static AlertDecision decision(Document found) {
        return new AlertDecision(
                found.getString("id"),
                event(found),
                Actor.of(found.getString("actor")),
                found.getDate("at").toInstant());
    }

    private static AlertEvent event(Document found) {
        try {
            return (AlertEvent) EventType.find(found.getString("type"))
                    .orElseThrow(() -> new IllegalStateException("a kept decision of an unknown type"))
                    .read(found.getString("event").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("a decision that was kept cannot be read", e);
        }
    }

    private static InsightRaised insight(String json) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), InsightRaised.class);
        } catch (IOException e) {
            throw new IllegalStateException("an insight that was kept cannot be read", e);
        }
    }

    private static String json(Object event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
