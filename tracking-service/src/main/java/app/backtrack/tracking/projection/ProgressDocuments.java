package app.backtrack.tracking.projection;

import app.backtrack.events.EventJson;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.progress.ProgressView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Gives progress the form that it has in the store. The view and the pending steps stay the canonical JSON that they
 * are compared as.
 */
final class ProgressDocuments {

    private ProgressDocuments() {}

    static Document toStored(ProgressDocument document, long revision) {
        return new Document("_id", document.patient().key())
                .append("rev", revision)
                .append("view", json(document.view()))
                .append("folded", new Document(document.folded()))
                .append(
                        "pending",
                        document.pending().stream().map(ProgressDocuments::json).toList())
                .append("reviewAt", document.reviewAt() == null ? null : Date.from(document.reviewAt()));
    }

    static ProgressDocument read(String collection, PatientRef patient, @Nullable Document stored) {
        if (stored == null) {
            return ProgressDocument.empty(collection, patient);
        }
        SortedMap<String, Integer> folded = new TreeMap<>();
        stored.get("folded", Document.class).forEach((part, count) -> folded.put(part, (Integer) count));
        Date reviewAt = stored.getDate("reviewAt");
        return new ProgressDocument(
                collection,
                patient,
                stored.getLong("rev"),
                fromJson(stored.getString("view"), ProgressView.class),
                folded,
                stored.getList("pending", String.class).stream()
                        .map(step -> fromJson(step, InsightStep.class))
                        .toList(),
                reviewAt == null ? null : reviewAt.toInstant());
    }

    /** What two generations are compared by: the fold and what it holds, without revision and pending work. */
    static String canonical(Document stored) {
        return "{\"folded\":" + json(new TreeMap<>(stored.get("folded", Document.class))) + ",\"view\":"
                + stored.getString("view") + "}";
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T fromJson(String json, Class<T> type) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new IllegalStateException("a progress document that cannot be read", e);
        }
    }
}
