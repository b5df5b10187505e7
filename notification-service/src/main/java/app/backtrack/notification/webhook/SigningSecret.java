package app.backtrack.notification.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.Base64;

/**
 * What a clinic and we sign with (Standard Webhooks 1.0.0). Its text form hides it.
 *
 * @param value {@code whsec_} and the base64 of 24 to 64 bytes
 */
public record SigningSecret(String value) {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is no secret of the right length
     */
    public SigningSecret {
        int bytes = value.startsWith(PREFIX) ? Base64.getDecoder().decode(value.substring(PREFIX.length())).length : 0;
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("not a signing secret");
        }
    }

    /** A secret of these bytes. */
    public static SigningSecret of(byte[] random) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /**
     * Signs a message, with the version in front: {@code v1,<base64>}.
     *
     * @param id the message's {@code webhook-id}
     * @param seconds the attempt's {@code webhook-timestamp}, seconds since 1970
     */
    public String sign(String id, long seconds, String body) {
        try {
            return new Webhook(value).sign(id, seconds, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "(signing secret)";
    }
}
