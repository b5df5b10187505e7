package app.backtrack.local.endtoend;

import app.backtrack.events.ClinicId;
import app.backtrack.events.EventJson;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.local.LocalSystem;
import app.backtrack.runtime.sealing.FileKeyStore;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.sealing.MasterKeyset;
import app.backtrack.runtime.sealing.TinkMasterKey;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.runtime.sealing.WrappedKeyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes events as a service of another version does: any type, any members, sealed as they must be. */
final class OtherVersion {
    static final String PREFIX = "app.backtrack.";

    private final LogBook log;
    private final Sealing sealing;

    OtherVersion(LocalSystem system) {
        this.log = new LogBook(system);
        this.sealing = new TinkSealing(keys(system));
    }

    private static KeyStore keys(LocalSystem system) {
        try {
            MasterKeyset masterKeys = MasterKeyset.in(system.keys().resolveSibling("master-key.json"));
            return new WrappedKeyStore(new FileKeyStore(system.keys()), new TinkMasterKey(masterKeys), false);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key of the local system cannot be read", e);
        }
    }

    /**
     * Writes an event about an enrolled patient.
     *
     * @param type the wire name without its prefix, such as {@code pain-score-recorded.v2}
     * @param id the event's id
     * @param json the data, opened
     */
    void write(String topic, Patient patient, String type, String id, String json) {
        ConsumerRecord<byte[], byte[]> enrolled =
                log.read("program-events", patient).getFirst();
        Headers headers = new RecordHeaders(enrolled.headers().toArray());
        replace(headers, "ce_type", PREFIX + type);
        replace(headers, "ce_dataschema", "urn:backtrack:schema:" + type);
        replace(headers, "ce_id", id);
        log.write(topic, patient, sealed(patient, id, PREFIX + type, json), headers);
    }

    /** By the published rule: bound to clinic, patient, event id and type. */
    private byte[] sealed(Patient patient, String id, String type, String json) {
        PatientRef subject = new PatientRef(new ClinicId(patient.clinic().id()), new PatientId(patient.id()));
        byte[] context = (subject.key() + "|" + id + "|" + type).getBytes(StandardCharsets.UTF_8);
        try {
            return EventJson.write(sealing.seal(subject, context, json.getBytes(StandardCharsets.UTF_8)));
        } catch (PatientErased e) {
            throw new IllegalStateException("the patient was erased", e);
        }
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
