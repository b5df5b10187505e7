package app.backtrack.notification.watch;

import app.backtrack.events.EventJson;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.watch.PatientWatch.Assignment;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a document for each patient, to which events are added in whatever order they come. Each addition answers with
 * the document as it then is: of two that meet, the later one sees both.
 */
@Singleton
public class PatientWatchStore {
    private static final FindOneAndUpdateOptions WHOLE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> patients;

    PatientWatchStore(Documents documents) {
        this.patients = documents.collection("patients");
    }

    /**
     * Who looks after a patient by the latest version of their stream; empty while the enrolment has not been seen yet.
     */
    public Optional<Set<ClinicianId>> therapists(PatientRef patient) {
        return Optional.ofNullable(patients.find(new Document("_id", patient.key()))
                        .projection(new Document("therapists", 1))
                        .first())
                .flatMap(found -> read(patient, found).therapists());
    }

    /**
     * Adds who looks after the patient from a version of their stream on; the highest version counts. Of two records of
     * one version the earlier time counts.
     */
    PatientWatch assigned(PatientRef patient, int version, List<String> therapists, Instant recordedAt) {
        Document change = new Document("$set", new Document("therapists." + version, therapists))
                .append("$min", new Document("assignedAt." + version, Date.from(recordedAt)));
        return add(patient, change, WHOLE);
    }

    /** Adds what was found; of two records of one insight the earlier time counts. */
    PatientWatch raised(PatientRef patient, InsightRaised event, Instant recordedAt) {
        String path = path(event);
        Document change = new Document(
                        "$set",
                        new Document(path + ".raised", new String(EventJson.write(event), StandardCharsets.UTF_8)))
                .append("$min", new Document(path + ".raisedAt", Date.from(recordedAt)));
        return add(patient, change, only(path));
    }

    /** Adds that something holds no longer, also before it is known what. */
    PatientWatch withdrawn(PatientRef patient, InsightEvent event, Instant recordedAt) {
        String path = path(event);
        Document change = new Document("$min", new Document(path + ".withdrawnAt", Date.from(recordedAt)));
        return add(patient, change, only(path));
    }

    private PatientWatch add(PatientRef patient, Document change, FindOneAndUpdateOptions options) {
        Document after = patients.findOneAndUpdate(new Document("_id", patient.key()), change, options);
        return read(patient, Objects.requireNonNull(after, "an upsert answers with a document"));
    }

    /** Rules, versions and dates hold neither dot nor dollar, so an insight's id can be part of a path. */
    private static String path(InsightEvent event) {
        return "insights." + event.insightId();
    }

    private static FindOneAndUpdateOptions only(String path) {
        return new FindOneAndUpdateOptions()
                .upsert(true)
                .returnDocument(ReturnDocument.AFTER)
                .projection(
                        new Document("therapists", 1).append("assignedAt", 1).append(path, 1));
    }

    private static PatientWatch read(PatientRef patient, Document found) {
        return new PatientWatch(
                patient,
                assignments(found.get("therapists", Document.class), found.get("assignedAt", Document.class)),
                findings(found.get("insights", Document.class)));
    }

    private static SortedMap<Integer, Assignment> assignments(@Nullable Document versions, @Nullable Document times) {
        SortedMap<Integer, Assignment> assignments = new TreeMap<>();
        if (versions != null) {
            versions.keySet().forEach(version -> {
                // Documents of before the times were kept hold none: such a version is taken for one of long ago.
                Date since = times == null ? null : times.getDate(version);
                assignments.put(
                        Integer.valueOf(version),
                        new Assignment(
                                clinicians(versions.getList(version, String.class)),
                                since == null ? Instant.EPOCH : since.toInstant()));
            });
        }
        return assignments;
    }

    private static Set<ClinicianId> clinicians(List<String> ids) {
        return ids.stream().map(ClinicianId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Finding> findings(@Nullable Document insights) {
        if (insights == null) {
            return List.of();
        }
        return insights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> (Document) each.getValue())
                .filter(each -> each.containsKey("raised"))
                .map(PatientWatchStore::finding)
                .toList();
    }

    private static Finding finding(Document found) {
        try {
            Date withdrawnAt = found.getDate("withdrawnAt");
            return new Finding(
                    EventJson.read(found.getString("raised").getBytes(StandardCharsets.UTF_8), InsightRaised.class),
                    found.getDate("raisedAt").toInstant(),
                    withdrawnAt == null ? null : withdrawnAt.toInstant());
        } catch (IOException e) {
            throw new IllegalStateException("an insight that was kept cannot be read", e);
        }
    }
}
