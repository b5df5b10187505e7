package app.backtrack.tracking.caseload;

import app.backtrack.events.ClinicId;
import app.backtrack.events.EventJson;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.caseload.CaseloadRow.OpenAlert;
import app.backtrack.tracking.outcome.ProgramOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows the form that they have in the store: what is shown as canonical JSON, and beside it the members that the
 * list is sorted and filtered by.
 */
final class CaseloadDocuments {

    private CaseloadDocuments() {}

    /**
     * The document to write.
     *
     * @param writes guards it: how often it was written
     * @param changedAt when what it shows became what it is
     * @param former who looked after the patient before those who do now, to be told that they no longer do
     */
    static Document toStored(CaseloadDocument document, long writes, Instant changedAt, List<String> former) {
        CaseloadRow row = document.row();
        return new Document("_id", document.patient().key())
                .append("writes", writes)
                .append("clinic", document.patient().clinic().value())
                .append("therapists", row.therapists())
                .append("sort", CaseloadRules.sortKey(row))
                .append("status", row.status().wireName())
                .append("verdict", row.fourWeeks().verdict().wireName())
                .append(
                        "severities",
                        row.alerts().stream()
                                .map(OpenAlert::severity)
                                .distinct()
                                .map(severity -> severity.wireName())
                                .toList())
                .append("heard", date(row.lastHeard()))
                .append(
                        "starts",
                        document.outcomes().stream()
                                .map(outcome -> outcome.startsOn().toString())
                                .toList())
                .append("renewAt", date(document.renewAt()))
                .append("changedAt", Date.from(changedAt))
                .append("former", former)
                .append("progressOf", document.progress())
                .append("progress", document.progressRevision())
                .append("ledger", document.ledgerEntries())
                .append("row", json(row))
                .append("outcomes", json(document.outcomes()));
    }

    static CaseloadDocument read(Document stored) {
        Date renewAt = stored.getDate("renewAt");
        return new CaseloadDocument(
                PatientRef.of(stored.getString("_id")),
                stored.getString("progressOf"),
                stored.getLong("progress"),
                stored.getInteger("ledger"),
                row(stored),
                outcomes(stored),
                renewAt == null ? null : renewAt.toInstant());
    }

    /** What two generations are compared by: what lists and outcomes show. */
    static String canonical(Document stored) {
        return "{\"outcomes\":" + stored.getString("outcomes") + ",\"row\":" + stored.getString("row") + "}";
    }

    /** Which rows of a clinic a list shows. */
    static Document query(ClinicId clinic, CaseloadFilter filter) {
        Document query = new Document("clinic", clinic.value());
        if (filter.therapist() != null) {
            query.append("therapists", filter.therapist());
        }
        if (filter.status() != null) {
            query.append("status", filter.status().wireName());
        }
        if (filter.severity() != null) {
            query.append("severities", filter.severity().wireName());
        }
        if (filter.verdict() != null) {
            query.append("verdict", filter.verdict().wireName());
        }
        if (filter.silentSince() != null) {
            query.append("heard", new Document("$not", new Document("$gte", Date.from(filter.silentSince()))));
        }
        return query;
    }

    static CaseloadRow row(Document stored) {
        return fromJson(stored.getString("row"), CaseloadRow.class);
    }

    static List<ProgramOutcome> outcomes(Document stored) {
        return Arrays.asList(fromJson(stored.getString("outcomes"), ProgramOutcome[].class));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T fromJson(String json, Class<T> type) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new IllegalStateException("a row of a caseload that cannot be read", e);
        }
    }
}
