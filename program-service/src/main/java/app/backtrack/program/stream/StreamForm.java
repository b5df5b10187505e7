package app.backtrack.program.stream;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;

/** How the events of one sort of stream are stored, and how they get to the log. */
public final class StreamForm<E> {
    /** Of streams about a patient; the member {@code patient} of a document says whom. */
    public static final StreamForm<EventEnvelope<?>> OF_PATIENT = new StreamForm<>(
            "patient",
            event -> event.subject().key(),
            EventDocument::of,
            (document, subject) -> EventDocument.read(document, PatientRef.of(subject)),
            (event, log) -> log.publish(event));

    /** Of streams about a clinic; the member {@code clinic} of a document says which. */
    public static final StreamForm<ClinicEnvelope> OF_CLINIC = new StreamForm<>(
            "clinic",
            event -> event.clinic().value(),
            ClinicEventDocument::of,
            (document, subject) -> ClinicEventDocument.read(document, new ClinicId(subject)),
            (event, log) -> log.publish(event));

    private final String subjectMember;
    private final Function<E, String> subject;
    private final Function<E, Document> writer;
    private final BiFunction<Document, String, E> reader;
    private final BiFunction<E, EventLog, CompletionStage<Void>> publisher;

    private StreamForm(
            String subjectMember,
            Function<E, String> subject,
            Function<E, Document> writer,
            BiFunction<Document, String, E> reader,
            BiFunction<E, EventLog, CompletionStage<Void>> publisher) {
        this.subjectMember = subjectMember;
        this.subject = subject;
        this.writer = writer;
        this.reader = reader;
        this.publisher = publisher;
    }

    /** The member of a stream's document that says whom or what the stream is about. */
    public String subjectMember() {
        return subjectMember;
    }

    String subject(E event) {
        return subject.apply(event);
    }

    Document write(E event) {
        return writer.apply(event);
    }

    E read(Document event, String about) {
        return reader.apply(event, about);
    }

    CompletionStage<Void> publish(E event, EventLog log) {
        return publisher.apply(event, log);
    }
}
