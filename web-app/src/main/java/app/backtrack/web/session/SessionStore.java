package app.backtrack.web.session;

import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * One document per session: the hash of what the cookie says, the sealed tokens, and when it ends. Neither the document
 * nor a backup of it lets anybody in.
 */
@Singleton
final class SessionStore {
    private static final String SEALED = "sealed";
    private static final String ENDS_AT = "endsAt";

    private final MongoCollection<Document> sessions;

    SessionStore(Documents documents) {
        this.sessions = documents.collection("sessions");
    }

    void put(String id, byte[] sealed, Instant endsAt) {
        Document session =
                new Document("_id", id).append(SEALED, new Binary(sealed)).append(ENDS_AT, Date.from(endsAt));
        sessions.replaceOne(new Document("_id", id), session, new ReplaceOptions().upsert(true));
    }

    /** The sealed tokens of a session that has not ended. */
    Optional<byte[]> find(String id, Instant now) {
        return Optional.ofNullable(sessions.find(new Document("_id", id)).first())
                .filter(session -> session.getDate(ENDS_AT).toInstant().isAfter(now))
                .map(session -> session.get(SEALED, Binary.class).getData());
    }

    void end(String id) {
        sessions.deleteOne(new Document("_id", id));
    }

    /** The ids of sessions that have ended, a thousand at most; a scan, for a sweep. */
    List<String> ended(Instant now) {
        return sessions.find(new Document(ENDS_AT, new Document("$lte", Date.from(now))))
                .projection(new Document("_id", 1))
                .limit(1_000)
                .map(session -> session.getString("_id"))
                .into(new ArrayList<>());
    }
}
