package app.backtrack.notification.delivery;

import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.delivery.Matter.AlertRef;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Writes deliveries as documents and reads them back. */
final class DeliveryDocuments {
    private DeliveryDocuments() {}

    static Document write(Delivery delivery) {
        AlertRef alert = delivery.matter().alert();
        Document content = new Document("clinic", delivery.id().clinic().value())
                .append("channel", delivery.id().reach().channel().wireName())
                .append("recipient", delivery.id().reach().recipient().key())
                .append("kind", delivery.matter().kind().wireName())
                .append("group", delivery.matter().group())
                .append("patient", alert == null ? null : alert.patient().key())
                .append("insight", alert == null ? null : alert.insightId())
                .append("messageId", delivery.messageId())
                .append("expiresAt", Date.from(delivery.expiresAt()))
                .append("withdrawn", delivery.withdrawn())
                .append("revision", delivery.revision());
        if (alert != null) {
            content.append("announced", false);
        }
        content.putAll(write(delivery.progress()));
        return content;
    }

    static Document write(Progress progress) {
        return new Document("state", progress.state().wireName())
                .append("attempts", progress.attempts())
                .append("unsettled", progress.unsettled())
                .append("dueAt", Date.from(progress.dueAt()))
                .append("cause", progress.cause())
                .append("settledAt", progress.settledAt() == null ? null : Date.from(progress.settledAt()))
                .append("digest", progress.party().digest())
                .append("lead", progress.party().lead())
                .append("members", progress.party().members());
    }

    static Delivery read(Document found) {
        DeliveryId id = DeliveryId.of(found.getString("_id"));
        Progress progress = new Progress(
                WireName.find(DeliveryState.class, found.getString("state")).orElseThrow(),
                found.getInteger("attempts"),
                found.getInteger("unsettled"),
                found.getDate("dueAt").toInstant(),
                found.getString("cause"),
                instant(found.getDate("settledAt")),
                new Party(
                        found.getBoolean("digest", false),
                        found.getString("lead"),
                        found.getList("members", String.class, List.of())));
        return new Delivery(
                id,
                matter(found, id),
                found.getString("messageId"),
                found.getDate("expiresAt").toInstant(),
                found.getBoolean("withdrawn", false),
                progress,
                found.getInteger("revision"));
    }

    /** Documents of before there were kinds are mails about alerts. */
    private static Matter matter(Document found, DeliveryId id) {
        String kind = found.getString("kind");
        String patient = found.getString("patient");
        String group = found.getString("group");
        return new Matter(
                kind == null
                        ? NoticeKind.ALERT
                        : WireName.find(NoticeKind.class, kind).orElseThrow(),
                group == null ? id.about() : group,
                patient == null ? null : new AlertRef(PatientRef.of(patient), found.getString("insight")));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
