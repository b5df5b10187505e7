package app.backtrack.notification.push;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.BigEndianBigInteger;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key pair that tells push services who we are (VAPID, RFC 8292). Its text form hides it. */
final class VapidKey {
    /** A push service refuses more than 24 h (RFC 8292 §2); half of it leaves room for clocks that are off. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_BASE64 = Base64.getUrlDecoder();

    private final EllipticCurveJsonWebKey pair;

    private VapidKey(EllipticCurveJsonWebKey pair) throws JoseException {
        this.pair = pair;
        JsonWebSignature trial = signed("trial");
        trial.setKey(pair.getPublicKey());
        if (!trial.verifySignature()) {
            throw new JoseException("the private key is not that of the public key");
        }
    }

    /** A new pair. */
    static VapidKey fresh() {
        try {
            return new VapidKey(EcJwkGenerator.generateJwk(EllipticCurves.P256));
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /**
     * Reads a pair from a JWK.
     *
     * @throws IllegalArgumentException if it is no pair on P-256
     */
    static VapidKey ofJwk(String json) {
        try {
            return of(JsonUtil.parseJson(json));
        } catch (JoseException e) {
            throw new IllegalArgumentException("no JWK", e);
        }
    }

    /**
     * Reads a pair in the form that key tools print.
     *
     * @param publicKey 65 bytes, base64url
     * @param privateKey 32 bytes, base64url
     * @throws IllegalArgumentException if they are no pair on P-256
     */
    static VapidKey of(String publicKey, String privateKey) {
        byte[] point = FROM_BASE64.decode(publicKey.strip());
        if (point.length != 1 + 2 * COORDINATE || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("no uncompressed point of P-256");
        }
        ByteBuffer coordinates = ByteBuffer.wrap(point, 1, 2 * COORDINATE);
        return of(Map.of(
                "kty", "EC",
                "crv", "P-256",
                "x", BASE64.encodeToString(next(coordinates)),
                "y", BASE64.encodeToString(next(coordinates)),
                "d", privateKey.strip()));
    }

    private static byte[] next(ByteBuffer coordinates) {
        byte[] coordinate = new byte[COORDINATE];
        coordinates.get(coordinate);
        return coordinate;
    }

    private static VapidKey of(Map<String, Object> jwk) {
        try {
            if (JsonWebKey.Factory.newJwk(jwk) instanceof EllipticCurveJsonWebKey pair
                    && EllipticCurves.P_256.equals(pair.getCurveName())
                    && pair.getPrivateKey() != null) {
                return new VapidKey(pair);
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("no key pair on P-256", e);
        }
        throw new IllegalArgumentException("no key pair on P-256");
    }

    /** The pair as a JWK, with the private key. */
    String jwk() {
        return pair.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The public key as browsers want it ({@code applicationServerKey}): an uncompressed point, base64url. */
    String publicKey() {
        ECPublicKey key = pair.getECPublicKey();
        byte[] point = ByteBuffer.allocate(1 + 2 * COORDINATE)
                .put(UNCOMPRESSED)
                .put(BigEndianBigInteger.toByteArray(key.getW().getAffineX(), COORDINATE))
                .put(BigEndianBigInteger.toByteArray(key.getW().getAffineY(), COORDINATE))
                .array();
        return BASE64.encodeToString(point);
    }

    /**
     * The {@code Authorization} of a message (RFC 8292 §3): for this push service alone, and for half a day.
     *
     * @param subject whom the push service turns to
     */
    String authorization(URI endpoint, String subject, Instant now) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        Map<String, Object> claims =
                new TreeMap<>(Map.of("aud", audience, "exp", now.plus(VALIDITY).getEpochSecond(), "sub", subject));
        try {
            String token = signed(JsonUtil.toJson(claims)).getCompactSerialization();
            return "vapid t=" + token + ", k=" + publicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("a key that signed at the start", e);
        }
    }

    private JsonWebSignature signed(String payload) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(payload);
        signature.setKey(pair.getPrivateKey());
        signature.sign();
        return signature;
    }

    @Override
    public String toString() {
        return "(VAPID key)";
    }
}
