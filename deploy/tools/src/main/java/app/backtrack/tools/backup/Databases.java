package app.backtrack.tools.backup;

import app.backtrack.tools.backup.Manifest.CollectionForm;
import app.backtrack.tools.backup.Manifest.FileForm;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Installation;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Takes collections out of the document store, and puts them into an empty one. */
final class Databases {
    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final String PREFIX = "backtrack-";
    /** A session that was ended must not be there again; who was signed in signs in once more. */
    private static final String SESSIONS = "backtrack-web";

    private static final int AT_ONCE = 200;

    private final MongoClient client;
    private final Set<String> apart;

    private Databases(MongoClient client, Set<String> apart) {
        this.client = client;
        this.apart = apart;
    }

    /** All but what must not lie in a backup: keys, the register of erasures, sessions. */
    static Databases of(MongoClient client, Installation installation) {
        return new Databases(
                client,
                Set.of(
                        SESSIONS,
                        installation.keys().database(),
                        installation.erasures().database()));
    }

    /** The services' databases that are there. */
    List<String> present() {
        List<String> names = new ArrayList<>();
        client.listDatabaseNames().forEach(name -> {
            if (name.startsWith(PREFIX) && !apart.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Fails where a collection of theirs holds a document. */
    void requireEmpty() {
        for (String database : present()) {
            for (String name : client.getDatabase(database).listCollectionNames()) {
                String qualified = database + "/" + name;
                if (collection(qualified).find().limit(1).first() != null) {
                    throw new CannotException("The store is not empty: " + qualified
                            + " has documents. A restore needs an empty installation.");
                }
            }
        }
    }

    /** Writes each collection of a database into a file; what an earlier attempt wrote of it is replaced. */
    void dump(String database, Path folder, Map<String, CollectionForm> collections, Map<String, FileForm> files)
            throws IOException {
        for (String name : client.getDatabase(database).listCollectionNames()) {
            String qualified = database + "/" + name;
            Path file = folder.resolve(file(qualified));
            Files.deleteIfExists(file);
            MongoCollection<Document> collection = collection(qualified);
            List<String> indexes = new ArrayList<>();
            collection.listIndexes().forEach(index -> indexes.add(index.toJson(EXACT)));
            try (LineFile lines = new LineFile(file);
                    MongoCursor<Document> documents =
                            collection.find().batchSize(AT_ONCE).iterator()) {
                documents.forEachRemaining(document -> lines.add(document.toJson(EXACT)));
                files.put(file(qualified), lines.end());
            }
            collections.put(qualified, new CollectionForm(indexes));
        }
    }

    /** Makes each collection with its indexes, and puts its documents into it. */
    void restore(Path folder, Map<String, CollectionForm> forms, Runnable done) throws IOException {
        for (Map.Entry<String, CollectionForm> form : new TreeMap<>(forms).entrySet()) {
            MongoCollection<Document> collection = collection(form.getKey());
            form.getValue().indexes().forEach(index -> makeIndex(collection, Document.parse(index)));
            List<Document> batch = new ArrayList<>();
            LineFile.read(folder.resolve(file(form.getKey())), line -> {
                batch.add(Document.parse(line));
                if (batch.size() == AT_ONCE) {
                    insert(collection, batch);
                }
            });
            insert(collection, batch);
            done.run();
        }
    }

    static String file(String qualified) {
        return "databases/" + qualified + ".ndjson.gz";
    }

    private static void insert(MongoCollection<Document> collection, List<Document> batch) {
        if (!batch.isEmpty()) {
            collection.insertMany(batch);
            batch.clear();
        }
    }

    private static void makeIndex(MongoCollection<Document> collection, Document index) {
        Document key = index.get("key", Document.class);
        if (!key.keySet().equals(Set.of("_id"))) {
            collection.createIndex(
                    key,
                    new IndexOptions()
                            .name(index.getString("name"))
                            .unique(Boolean.TRUE.equals(index.getBoolean("unique"))));
        }
    }

    private MongoCollection<Document> collection(String qualified) {
        int slash = qualified.indexOf('/');
        return client.getDatabase(qualified.substring(0, slash)).getCollection(qualified.substring(slash + 1));
    }
}
