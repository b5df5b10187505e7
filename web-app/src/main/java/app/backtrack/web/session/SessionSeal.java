package app.backtrack.web.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.oidc.AuthorizationCodeTokens;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals the tokens of a session with AES-256-GCM, bound to the session's id, so that a copied document opens nothing.
 */
@Singleton
final class SessionSeal {
    private static final int KEY_BYTES = 32;

    private final ObjectMapper json;
    private final Aead aead;

    SessionSeal(SessionConfig config, ObjectMapper json) {
        this.json = json;
        this.aead = aead(config.keys());
    }

    byte[] seal(String id, AuthorizationCodeTokens tokens) {
        try {
            Kept kept = new Kept(
                    tokens.getIdToken(),
                    tokens.getAccessToken(),
                    tokens.getRefreshToken(),
                    tokens.getAccessTokenExpiresIn());
            return aead.encrypt(json.writeValueAsBytes(kept), context(id));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("tokens cannot be sealed", e);
        }
    }

    /** Empty where no key that we have opens it: such a session is over. */
    Optional<AuthorizationCodeTokens> open(String id, byte[] sealed) {
        try {
            Kept kept = json.readValue(aead.decrypt(sealed, context(id)), Kept.class);
            return Optional.of(new AuthorizationCodeTokens(kept.id(), kept.access(), kept.refresh(), kept.expiresIn()));
        } catch (GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] context(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }

    private static Aead aead(List<String> keys) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder set = KeysetHandle.newBuilder();
            for (int i = 0; i < keys.size(); i++) {
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(key(keys.get(i))).withFixedId(i + 1);
                set.addEntry(i == 0 ? entry.makePrimary() : entry);
            }
            return set.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("backtrack.session.keys cannot be used", e);
        }
    }

    @AccessesPartialKey
    private static AesGcmKey key(String base64) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("each of backtrack.session.keys is base64 of 32 bytes");
        }
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
    }

    /** What is kept of the issuer's answer. */
    private record Kept(
            String id,
            String access,
            @Nullable String refresh,
            @Nullable Long expiresIn) {}
}
