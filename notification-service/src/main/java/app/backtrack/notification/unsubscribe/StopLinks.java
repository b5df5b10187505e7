package app.backtrack.notification.unsubscribe;

import app.backtrack.events.ClinicId;
import app.backtrack.events.WireName;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.text.LinkConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes the links by which a reader ends mails of one kind, and reads them. A link is sealed: it cannot be made up or
 * changed, and says nothing to whoever sees it. It does not expire, for a mail may be read late.
 */
@Singleton
public class StopLinks {
    private static final byte[] PURPOSE = "unsubscribe/1".getBytes(StandardCharsets.UTF_8);

    private final StopKeyStore keys;
    private final LinkConfig links;

    StopLinks(StopKeyStore keys, LinkConfig links) {
        this.keys = keys;
        this.links = links;
    }

    /**
     * What a link stands for.
     *
     * @param clinic the tenant
     * @param recipient whose mails
     * @param kind which mails
     */
    record Stop(ClinicId clinic, Recipient recipient, NoticeKind kind) {}

    /** Where mails of a kind to somebody are ended. */
    public URI link(ClinicId clinic, Recipient recipient, NoticeKind kind) {
        String content = clinic + "/" + kind.wireName() + "/" + recipient.key();
        try {
            byte[] sealed = keys.key().encrypt(content.getBytes(StandardCharsets.UTF_8), PURPOSE);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
            return links.service().resolve("v1/unsubscriptions/" + token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a link cannot be sealed", e);
        }
    }

    /** What the end of a link stands for; empty if it is none of ours. */
    Optional<Stop> open(String token) {
        try {
            byte[] content = keys.key().decrypt(Base64.getUrlDecoder().decode(token), PURPOSE);
            String[] parts = new String(content, StandardCharsets.UTF_8).split("/", 3);
            return Optional.of(new Stop(
                    new ClinicId(parts[0]),
                    Recipient.of(parts[2]),
                    WireName.find(NoticeKind.class, parts[1]).orElseThrow()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
