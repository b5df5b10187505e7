package app.backtrack.notification.unsubscribe;

import app.backtrack.runtime.store.Documents;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Keeps the one key with which links are sealed; made by whoever needs it first, and the same for every process. */
@Singleton
class StopKeyStore {
    private static final Document KEY = new Document("_id", "unsubscribe");

    private final MongoCollection<Document> keys;
    private volatile @Nullable Aead known;

    StopKeyStore(Documents documents) {
        this.keys = documents.collection("link-keys");
    }

    /** The key. */
    Aead key() {
        Aead aead = known;
        if (aead == null) {
            aead = read();
            known = aead;
        }
        return aead;
    }

    private Aead read() {
        try {
            AeadConfig.register();
            Document fresh = new Document("keyset", new Binary(fresh()));
            Document kept = keys.findOneAndUpdate(
                    KEY,
                    new Document("$setOnInsert", fresh),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            byte[] keyset =
                    Objects.requireNonNull(kept).get("keyset", Binary.class).getData();
            return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the links cannot be used", e);
        }
    }

    private static byte[] fresh() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }
}
