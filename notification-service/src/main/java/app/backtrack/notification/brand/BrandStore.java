package app.backtrack.notification.brand;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.contact.EmailAddress;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.bson.Document;

/** Keeps a document for each clinic that said how it shows itself. */
@Singleton
public class BrandStore {
    private final MongoCollection<Document> brands;

    BrandStore(Documents documents) {
        this.brands = documents.collection("brands");
    }

    /**
     * What a clinic said last.
     *
     * @param brand what, or what was shipped
     * @param version how often it said something; 0 for never
     */
    public record Kept(Brand brand, int version) {}

    /** Declares the index; to be called before the first change, and again without harm. */
    void prepare() {
        brands.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    }

    /** Finds what a clinic said last. */
    public Kept find(ClinicId clinic) {
        Document found = brands.find(key(clinic)).first();
        return found == null ? new Kept(Brand.SHIPPED, 0) : new Kept(read(found), found.getInteger("version"));
    }

    /**
     * Keeps what a clinic says now, unless it said something since that version.
     *
     * @return whether it was kept
     */
    boolean put(ClinicId clinic, Brand brand, int version) {
        Document content = write(brand).append("version", version + 1);
        if (version > 0) {
            Document guard = key(clinic).append("version", version);
            return brands.updateOne(guard, new Document("$set", content)).getMatchedCount() == 1;
        }
        return brands.updateOne(key(clinic), new Document("$setOnInsert", content), new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    private static Document write(Brand brand) {
        return new Document("name", brand.name())
                .append("colour", brand.colour())
                .append("logo", brand.logo() == null ? null : brand.logo().toString())
                .append("contact", brand.contact())
                .append(
                        "replyTo",
                        brand.replyTo() == null ? null : brand.replyTo().value())
                .append("zone", brand.zone() == null ? null : brand.zone().getId());
    }

    private static Brand read(Document found) {
        return new Brand(
                found.getString("name"),
                found.getString("colour"),
                Optional.ofNullable(found.getString("logo")).map(URI::create).orElse(null),
                found.getString("contact"),
                Optional.ofNullable(found.getString("replyTo"))
                        .map(EmailAddress::new)
                        .orElse(null),
                Optional.ofNullable(found.getString("zone")).map(ZoneId::of).orElse(null));
    }

    private static Document key(ClinicId clinic) {
        return new Document("_id", clinic.value());
    }
}
