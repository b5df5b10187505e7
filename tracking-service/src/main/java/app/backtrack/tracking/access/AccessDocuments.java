package app.backtrack.tracking.access;

import app.backtrack.events.Actor;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Gives entries the form that they have in the documents of the access log. */
final class AccessDocuments {
    private AccessDocuments() {}

    /** The month, in UTC, whose document holds an entry. */
    static String month(AccessEntry entry) {
        return YearMonth.from(entry.at().atOffset(ZoneOffset.UTC)).toString();
    }

    /** The day, in UTC, on which it is listed. */
    static String day(AccessEntry entry) {
        return entry.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The update that adds entries, once however often it runs; the first recording stands. */
    static Document addition(Collection<AccessEntry> entries) {
        Document content = new Document();
        Document earliest = new Document();
        for (AccessEntry entry : entries) {
            String path = "entries." + entry.key();
            content.append(path + ".by", entry.by().wireForm())
                    .append(path + ".what", entry.what())
                    .append(path + ".result", entry.result().wireName());
            if (entry.traceId() != null) {
                content.append(path + ".trace", entry.traceId());
            }
            Date at = Date.from(entry.at());
            earliest.merge(path + ".at", at, (a, b) -> at.before((Date) a) ? at : a);
        }
        return new Document("$set", content).append("$min", earliest);
    }

    /** The entries of a document, in no order. */
    static List<AccessEntry> read(PatientRef patient, Document stored) {
        List<AccessEntry> entries = new ArrayList<>();
        stored.get("entries", new Document())
                .forEach((key, value) -> entries.add(read(patient, key, (Document) value)));
        return entries;
    }

    private static AccessEntry read(PatientRef patient, String key, Document stored) {
        return new AccessEntry(
                patient,
                key,
                stored.getDate("at").toInstant(),
                Actor.of(stored.getString("by")),
                stored.getString("what"),
                WireName.find(AccessResult.class, stored.getString("result"))
                        .orElseThrow(() -> new IllegalStateException("a kept access of an unknown result")),
                stored.getString("trace"));
    }
}
