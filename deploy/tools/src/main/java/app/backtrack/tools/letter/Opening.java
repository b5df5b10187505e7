package app.backtrack.tools.letter;

import app.backtrack.events.EventCodec;
import app.backtrack.events.Sealing.BrokenSeal;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Topic;
import app.backtrack.tools.place.CannotException;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads events out of letters, and opens what is sealed in them. */
final class Opening {
    private final EventCodec codec;

    Opening(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * The JSON in a letter, opened where it is sealed.
     *
     * @throws CannotException if it cannot be opened; the message says why
     */
    byte[] data(DeadLetter letter) {
        byte[] value = letter.record().value();
        if (value == null) {
            throw new CannotException("The letter has no data.");
        }
        if (letter.id().topic().equals(Topic.CLINIC_EVENTS.topicName())) {
            return value;
        }
        try {
            return codec.open(event(letter.originalHeaders(), value));
        } catch (PatientErased e) {
            throw new CannotException("The patient's key was destroyed: nobody can open this any more.");
        } catch (BrokenSeal e) {
            throw new CannotException("It does not open (" + e.getMessage()
                    + "). Compare BACKTRACK_KEYS_DIR with the services'; a changed record opens nowhere.");
        } catch (IOException e) {
            throw new CannotException("It does not open: " + e.getMessage());
        }
    }

    /**
     * The CloudEvent that headers and bytes make.
     *
     * @throws IOException if they make none
     */
    static CloudEvent event(Headers headers, byte @Nullable [] value) throws IOException {
        try {
            return KafkaMessageFactory.createReader(headers, value).toEvent();
        } catch (RuntimeException e) {
            // Headers are anybody's bytes, and the SDK meets some of them with exceptions of many kinds.
            throw new IOException("the headers are not those of a CloudEvent (" + e.getMessage() + ")", e);
        }
    }
}
