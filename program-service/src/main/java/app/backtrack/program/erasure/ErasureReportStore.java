package app.backtrack.program.erasure;

import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.ErasureEvent.PatientDataErased;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Keeps what each service reports of an erasure, {@code _id} = clinic/patient; a report that comes again changes
 * nothing.
 */
@Singleton
final class ErasureReportStore {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> reports;

    ErasureReportStore(Documents documents) {
        this.reports = documents.collection("erasure-reports");
    }

    /**
     * What a service reported.
     *
     * @param at when it deleted, UTC
     */
    record Report(Instant at, PatientDataErased content) {}

    void add(PatientRef patient, Report report) {
        PatientDataErased content = report.content();
        Document stored = new Document("at", Date.from(report.at()))
                .append(
                        "places",
                        content.places().stream()
                                .map(place ->
                                        new Document("place", place.place()).append("documents", place.documents()))
                                .toList());
        String member = "reports." + content.service() + "." + content.round();
        reports.updateOne(
                new Document("_id", patient.key()), new Document("$set", new Document(member, stored)), UPSERT);
    }

    /** All reports about a patient, by service and round. */
    List<Report> find(PatientRef patient) {
        List<Report> found = new ArrayList<>();
        Document stored = reports.find(new Document("_id", patient.key())).first();
        if (stored != null) {
            stored.get("reports", new Document())
                    .forEach((service, rounds) -> ((Document) rounds)
                            .forEach((round, report) -> found.add(read(service, round, (Document) report))));
        }
        found.sort(Comparator.comparing((Report report) -> report.content().service())
                .thenComparing(report -> report.content().round()));
        return found;
    }

    private static Report read(String service, String round, Document stored) {
        List<ErasedPlace> places = stored.getList("places", Document.class).stream()
                .map(place -> new ErasedPlace(place.getString("place"), place.getInteger("documents")))
                .toList();
        return new Report(
                stored.getDate("at").toInstant(), new PatientDataErased(service, Integer.parseInt(round), places));
    }
}
