package app.backtrack.notification.push;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.Recipient;
import com.google.crypto.tink.apps.webpush.WebPushHybridEncrypt;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

/**
 * A browser in which somebody wants to be told. Its text form hides address and keys: whoever knows them can write to
 * that browser.
 *
 * @param clinic the tenant
 * @param owner who is told there
 * @param endpoint where the browser's push service takes messages
 * @param p256dh the browser's public key, an uncompressed point of P-256, base64url
 * @param auth the secret that the browser shares with us, 16 bytes, base64url
 * @param addedAt when it was added first by this owner, UTC, whole milliseconds
 */
public record Subscription(
        ClinicId clinic, Recipient owner, URI endpoint, String p256dh, String auth, Instant addedAt) {
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final int AUTH_BYTES = 16;

    /** Names it to the outside; follows from the endpoint, so one browser has one subscription in a clinic. */
    public String id() {
        return Fingerprint.of(endpoint.toString());
    }

    /** The id of its document. */
    String key() {
        return clinic + "/" + id();
    }

    /** The same, added at another time. */
    Subscription since(Instant earlier) {
        return new Subscription(clinic, owner, endpoint, p256dh, auth, earlier);
    }

    /** Whether a key from outside is a public key that can be encrypted to. */
    static boolean isPublicKey(String p256dh) {
        try {
            return encryption(p256dh, new byte[AUTH_BYTES], 0) != null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a text from outside is an authentication secret. */
    static boolean isAuth(String auth) {
        try {
            return BASE64.decode(auth).length == AUTH_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Encrypts a message so that only this browser reads it (RFC 8291), and makes it so long that its length tells
     * nothing of what it says.
     *
     * @param bytes how long; a longer content stays as it is
     */
    byte[] encrypt(byte[] content, int bytes) {
        try {
            return encryption(p256dh, BASE64.decode(auth), Math.max(0, bytes - content.length))
                    .encrypt(content, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys that were checked when they were added", e);
        }
    }

    private static WebPushHybridEncrypt encryption(String p256dh, byte[] auth, int padding)
            throws GeneralSecurityException {
        return new WebPushHybridEncrypt.Builder()
                .withRecipientPublicKey(BASE64.decode(p256dh))
                .withAuthSecret(auth)
                .withPaddingSize(padding)
                .build();
    }

    @Override
    public String toString() {
        return "Subscription[]";
    }
}
