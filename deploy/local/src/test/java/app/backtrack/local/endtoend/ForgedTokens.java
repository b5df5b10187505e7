package app.backtrack.local.endtoend;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that say everything right but for one thing, most of them signed with the issuer's own key. */
final class ForgedTokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String issuer;
    private final PrivateKey key;
    private final String publicModulus;

    ForgedTokens(LocalSystem system) {
        this.issuer = system.addresses().issuer();
        Path jwk = Path.of(system.addresses().accounts()).resolveSibling("signing-key.json");
        try {
            JsonNode numbers = Api.JSON.readTree(Files.readString(jwk));
            this.publicModulus = numbers.path("n").asText();
            this.key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateKeySpec(number(numbers, "n"), number(numbers, "d")));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the issuer's key cannot be read", e);
        }
    }

    /** What nobody may get in with, by what is wrong with it. */
    Map<String, String> of(String clinic) {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("garbage", "garbage");
        forged.put("three dots", "a.b.c");
        forged.put("expired", rs256(clinic, claims -> claims.put("exp", now() - 61)));
        forged.put("never ends", rs256(clinic, claims -> claims.remove("exp")));
        forged.put("not yet", rs256(clinic, claims -> claims.put("nbf", now() + 600)));
        forged.put("another audience", rs256(clinic, claims -> claims.put("aud", "another")));
        forged.put("no audience", rs256(clinic, claims -> claims.remove("aud")));
        forged.put("another issuer", rs256(clinic, claims -> claims.put("iss", "http://127.0.0.1:1/backtrack")));
        forged.put("no issuer", rs256(clinic, claims -> claims.remove("iss")));
        forged.put("id token by its hash", rs256(clinic, claims -> claims.put("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")));
        forged.put("id token by its claim", rs256(clinic, claims -> claims.put("typ", "ID")));
        forged.put("refresh token", rs256(clinic, claims -> claims.put("typ", "Refresh")));
        forged.put("another type", token("RS256", "logout+jwt", claims(clinic), key));
        forged.put("none", unsigned("none", claims(clinic)) + ".");
        forged.put("None", unsigned("None", claims(clinic)) + ".");
        forged.put("RS512", token("RS512", "JWT", claims(clinic), key));
        forged.put("HS256 with the public key", hs256(claims(clinic)));
        forged.put("somebody else's key", token("RS256", "JWT", claims(clinic), otherKey()));
        String good = rs256(clinic, claims -> {});
        forged.put(
                "changed",
                good.substring(0, good.lastIndexOf('.') - 4) + "AAAA" + good.substring(good.lastIndexOf('.')));
        return forged;
    }

    /** The same with nothing wrong with it: if this is refused, the others prove nothing. */
    String good(String clinic) {
        return rs256(clinic, claims -> {});
    }

    private String rs256(String clinic, Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = claims(clinic);
        change.accept(claims);
        return token("RS256", "JWT", claims, key);
    }

    private Map<String, Object> claims(String clinic) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", "forger");
        claims.put("aud", "backtrack");
        claims.put("iat", now() - 300);
        claims.put("exp", now() + 300);
        claims.put("clinic_id", clinic);
        claims.put("role", "clinic-admin");
        return claims;
    }

    private static String token(String algorithm, String type, Map<String, Object> claims, PrivateKey key) {
        String content = content(algorithm, type, claims);
        try {
            Signature signature = Signature.getInstance(algorithm.equals("RS512") ? "SHA512withRSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    private String hs256(Map<String, Object> claims) {
        String content = content("HS256", "JWT", claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(publicModulus), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    private static String unsigned(String algorithm, Map<String, Object> claims) {
        return content(algorithm, "JWT", claims);
    }

    private static String content(String algorithm, String type, Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", algorithm, "typ", type));
        header.put("kid", "backtrack");
        return encoded(header) + "." + encoded(claims);
    }

    private static String encoded(Map<String, Object> json) {
        return BASE64.encodeToString(Api.written(json).getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey otherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asText()));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
