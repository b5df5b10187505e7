package app.backtrack.runtime.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An issuer without a server: its public key is configured, its tokens are made here. */
public final class Tokens implements QuarkusTestResourceLifecycleManager {
    private static final String PROPERTY = "backtrack.test.private-key";

    @Override
    public Map<String, String> start() {
        KeyPair keys = newKeys();
        System.setProperty(
                PROPERTY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        String publicKey =
                Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        return Map.of("quarkus.oidc.public-key", publicKey, "quarkus.oidc.auth-server-url", "");
    }

    @Override
    public void stop() {
        System.clearProperty(PROPERTY);
    }

    /** A good token of a role. */
    public static JwtClaimsBuilder claims(String role) {
        return Jwt.claims()
                .subject("thea.harbour")
                .audience("backtrack")
                .issuer("http://127.0.0.1:8089/backtrack")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300))
                .claim("clinic_id", "harbour-physio")
                .claim("role", role);
    }

    public static String sign(JwtClaimsBuilder claims) {
        return "Bearer " + claims.jws().sign(privateKey());
    }

    /** The same with another {@code typ} in its header. */
    static String signAs(String type, JwtClaimsBuilder claims) {
        return "Bearer " + claims.jws().header("typ", type).sign(privateKey());
    }

    /** A patient's token that ended some time ago. */
    static String ended(Duration ago) {
        Instant end = Instant.now().minus(ago);
        return sign(claims("patient").issuedAt(end.minusSeconds(300)).expiresAt(end));
    }

    /** A token that never ends. */
    static String endless(String role) {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setSubject("thea.harbour");
            claims.setAudience("backtrack");
            claims.setIssuer("http://127.0.0.1:8089/backtrack");
            claims.setIssuedAtToNow();
            claims.setClaim("clinic_id", "harbour-physio");
            claims.setClaim("role", role);
            JsonWebSignature token = new JsonWebSignature();
            token.setAlgorithmHeaderValue("RS256");
            token.setHeader("typ", "JWT");
            token.setPayload(claims.toJson());
            token.setKey(privateKey());
            return "Bearer " + token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String of(String role, @Nullable String patientId) {
        JwtClaimsBuilder claims = claims(role);
        return sign(patientId == null ? claims : claims.claim("patient_id", patientId));
    }

    private static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PROPERTY));
            return java.security.KeyFactory.getInstance("RSA")
                    .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
