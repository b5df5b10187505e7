package app.backtrack.notification.push;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.Recipient;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser that has subscribed. It reads messages by RFC 8291 and RFC 8188 with nothing but the JDK, so that what we
 * send is judged by something else than the library that made it.
 */
public final class Browser {
    private static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final int SALT = 16;
    private static final int AUTH = 16;
    private static final byte LAST_RECORD = 2;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey privateKey;
    private final byte[] publicKey;
    private final byte[] auth;

    private Browser(PrivateKey privateKey, byte[] publicKey, byte[] auth) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.auth = auth;
    }

    /** One with keys of its own. */
    public static Browser fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] auth = new byte[AUTH];
        new SecureRandom().nextBytes(auth);
        return new Browser(pair.getPrivate(), encoded((ECPublicKey) pair.getPublic()), auth);
    }

    /** One with given keys, each base64url. */
    static Browser of(String privateKey, String publicKey, String auth) throws GeneralSecurityException {
        ECPrivateKeySpec scalar = new ECPrivateKeySpec(new BigInteger(1, decoded(privateKey)), curve());
        return new Browser(KeyFactory.getInstance("EC").generatePrivate(scalar), decoded(publicKey), decoded(auth));
    }

    /** What {@code JSON.stringify(subscription)} gives. */
    public Map<String, Object> subscription(String endpoint) {
        return Map.of("endpoint", endpoint, "keys", Map.of("p256dh", p256dh(), "auth", auth()));
    }

    Subscription subscription(ClinicId clinic, Recipient owner, String endpoint) {
        return new Subscription(clinic, owner, URI.create(endpoint), p256dh(), auth(), Instant.EPOCH);
    }

    String p256dh() {
        return BASE64.encodeToString(publicKey);
    }

    String auth() {
        return BASE64.encodeToString(auth);
    }

    /** Reads a message of one record. */
    public String read(byte[] message) throws GeneralSecurityException {
        ByteBuffer header = ByteBuffer.wrap(message);
        byte[] salt = take(header, SALT);
        int recordSize = header.getInt();
        byte[] sender = take(header, header.get() & 0xff);
        byte[] sealed = take(header, header.remaining());
        if (sealed.length > recordSize || sender.length != POINT) {
            throw new GeneralSecurityException("more than one record, or no point");
        }
        byte[] keyInfo = concat(ascii("WebPush: info\0"), publicKey, sender);
        byte[] input = hkdf(auth, shared(sender), keyInfo, 32);
        byte[] key = hkdf(salt, input, ascii("Content-Encoding: aes128gcm\0"), 16);
        byte[] nonce = hkdf(salt, input, ascii("Content-Encoding: nonce\0"), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return withoutPadding(cipher.doFinal(sealed));
    }

    private static String withoutPadding(byte[] padded) throws GeneralSecurityException {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        if (padded[end] != LAST_RECORD) {
            throw new GeneralSecurityException("no delimiter of a last record");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] shared(byte[] sender) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(publicKey(sender), true);
        return agreement.generateSecret();
    }

    /** An uncompressed point as a key. */
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, curve()));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static byte[] encoded(ECPublicKey key) {
        return concat(
                new byte[] {4},
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[COORDINATE];
        int length = Math.min(signed.length, COORDINATE);
        System.arraycopy(signed, signed.length - length, bytes, COORDINATE - length, length);
        return bytes;
    }

    /** HKDF (RFC 5869) of at most one block. */
    private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        byte[] pseudoRandom = hmac(salt, input);
        return Arrays.copyOf(hmac(pseudoRandom, concat(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
