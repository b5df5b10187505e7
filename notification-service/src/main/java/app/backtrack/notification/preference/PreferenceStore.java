package app.backtrack.notification.preference;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.WireName;
import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.preference.Preference.Switch;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps a document for each clinician and each patient who said how they want to be told. */
@Singleton
public class PreferenceStore {
    private final MongoCollection<Document> preferences;

    PreferenceStore(Documents documents) {
        this.preferences = documents.collection("preferences");
    }

    /**
     * What somebody said last.
     *
     * @param preference what, or what was shipped
     * @param version how often they said something; 0 for never
     */
    public record Kept(Preference preference, int version) {}

    /** Declares the index; to be called before the first change, and again without harm. */
    void prepare() {
        preferences.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
    }

    /** Finds what somebody said last. */
    public Kept find(ClinicId clinic, Recipient recipient) {
        Document found = preferences.find(key(clinic, recipient)).first();
        return found == null
                ? new Kept(Preference.shipped(recipient), 0)
                : new Kept(read(found), found.getInteger("version"));
    }

    /**
     * Keeps what somebody says now, unless they said something since that version.
     *
     * @return whether it was kept
     */
    boolean put(ClinicId clinic, Recipient recipient, Preference preference, int version) {
        Document content = write(preference).append("version", version + 1);
        if (version > 0) {
            Document guard = key(clinic, recipient).append("version", version);
            return preferences.updateOne(guard, new Document("$set", content)).getMatchedCount() == 1;
        }
        return preferences
                        .updateOne(
                                key(clinic, recipient),
                                new Document("$setOnInsert", content),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    private static Document write(Preference preference) {
        QuietSpan quiet = preference.quietHours();
        return new Document("language", preference.language().wireName())
                .append(
                        "zone",
                        preference.zone() == null ? null : preference.zone().getId())
                .append(
                        "quiet",
                        quiet == null
                                ? null
                                : List.of(quiet.from().toString(), quiet.until().toString()))
                .append(
                        "off",
                        preference.off().stream()
                                .map(off -> off.kind().wireName() + "/"
                                        + off.channel().wireName())
                                .sorted()
                                .toList())
                .append("perDay", preference.perDay())
                .append("digestHour", preference.digestHour());
    }

    private static Preference read(Document found) {
        String zone = found.getString("zone");
        return new Preference(
                WireName.find(Language.class, found.getString("language")).orElseThrow(),
                zone == null ? null : ZoneId.of(zone),
                quiet(found.getList("quiet", String.class)),
                off(found.getList("off", String.class)),
                found.getInteger("perDay"),
                found.getInteger("digestHour"));
    }

    private static @Nullable QuietSpan quiet(@Nullable List<String> span) {
        return span == null ? null : new QuietSpan(LocalTime.parse(span.getFirst()), LocalTime.parse(span.getLast()));
    }

    private static Set<Switch> off(List<String> switches) {
        return switches.stream()
                .map(each -> each.split("/"))
                .map(each -> new Switch(
                        WireName.find(NoticeKind.class, each[0]).orElseThrow(),
                        WireName.find(NotificationChannel.class, each[1]).orElseThrow()))
                .collect(Collectors.toSet());
    }

    private static Document key(ClinicId clinic, Recipient recipient) {
        return new Document("_id", clinic + "/" + recipient.key());
    }
}
