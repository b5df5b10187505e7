package app.backtrack.runtime.signing;

import app.backtrack.runtime.DurableFiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs with Ed25519 as JSON Web Signatures (RFC 7515, 8037), by jose4j. The same text under the same key is signed
 * alike, so that a receipt can be made again and stays the same.
 */
@Singleton
public class Signer {
    private final Path file;
    private volatile @Nullable PublicJsonWebKey key;

    /** Signs with the key that the settings name. */
    public Signer(SigningConfig config) {
        this.file = config.keyFile().toAbsolutePath();
    }

    /** Signs a text; the compact form holds it. */
    public String sign(String payload) {
        PublicJsonWebKey own = key();
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            signature.setKeyIdHeaderValue(own.getKeyId());
            signature.setKey(own.getPrivateKey());
            signature.setPayload(payload);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Ed25519 refused to sign", e);
        }
    }

    /** The public key, as a JSON Web Key, for whoever checks. */
    public Map<String, Object> publicKey() {
        return key().toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * The text that a signature of ours holds.
     *
     * @throws IllegalArgumentException if it is no signature by this key
     */
    public String verify(String compact) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            signature.setCompactSerialization(compact);
            signature.setKey(key().getPublicKey());
            if (signature.verifySignature()) {
                return signature.getPayload();
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("no signature", e);
        }
        throw new IllegalArgumentException("not signed by this key");
    }

    private PublicJsonWebKey key() {
        PublicJsonWebKey known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private PublicJsonWebKey read() {
        try {
            if (!DurableFiles.isThere(file)) {
                Path folder = DurableFiles.parentOf(file);
                Files.createDirectories(folder);
                Path draft = file.resolveSibling("." + file.getFileName() + ".draft-" + UUID.randomUUID());
                DurableFiles.makeOnce(file, draft, fresh().getBytes(StandardCharsets.UTF_8));
                DurableFiles.sync(folder);
            }
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key cannot be read", e);
        } catch (JoseException e) {
            throw new IllegalStateException("the file of the signing key holds no JSON Web Key", e);
        }
    }

    private static String fresh() throws JoseException {
        OctetKeyPairJsonWebKey made = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        made.setKeyId(UUID.randomUUID().toString());
        return made.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }
}
