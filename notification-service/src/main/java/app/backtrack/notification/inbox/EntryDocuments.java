package app.backtrack.notification.inbox;

import app.backtrack.events.ClinicId;
import app.backtrack.events.EventJson;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.delivery.Reach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as documents and reads them back. The insight stands in its canonical JSON, exact to the last digit.
 */
final class EntryDocuments {
    private EntryDocuments() {}

    static Document write(InboxEntry entry) {
        return new Document("patient", entry.patient().key())
                .append("clinic", entry.patient().clinic().value())
                .append("addressee", entry.addressee().key())
                .append("position", entry.position())
                .append("state", entry.state().wireName())
                .append("raisedAt", Date.from(entry.finding().raisedAt()))
                .append("insight", new String(EventJson.write(entry.finding().insight()), StandardCharsets.UTF_8))
                .append("mailedTo", entry.told().stream().map(Reach::key).toList());
    }

    static Document write(Stamp stamp) {
        return new Document("by", stamp.by().value()).append("at", Date.from(stamp.at()));
    }

    static InboxEntry read(Document found) {
        return new InboxEntry(
                PatientRef.of(found.getString("patient")),
                Addressee.of(found.getString("addressee")),
                new Finding(
                        insight(found.getString("insight")),
                        found.getDate("raisedAt").toInstant(),
                        instant(found.getDate("withdrawnAt"))),
                found.getList("mailedTo", String.class).stream().map(Reach::of).toList(),
                stamp(found.get("read", Document.class)),
                stamp(found.get("acknowledged", Document.class)));
    }

    static InboxChange readChange(Document found) {
        String id = found.getString("_id");
        return new InboxChange(
                new ClinicId(found.getString("clinic")),
                Addressee.of(found.getString("addressee")),
                new EntryId(id.substring(id.indexOf('/') + 1)),
                WireName.find(InboxChange.Kind.class, found.getString("change")).orElseThrow(),
                found.getDate("changedAt").toInstant());
    }

    private static InsightRaised insight(String json) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), InsightRaised.class);
        } catch (IOException e) {
            throw new IllegalStateException("an insight that was kept cannot be read", e);
        }
    }

    private static @Nullable Stamp stamp(@Nullable Document found) {
        return found == null
                ? null
                : new Stamp(
                        new ClinicianId(found.getString("by")),
                        found.getDate("at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
