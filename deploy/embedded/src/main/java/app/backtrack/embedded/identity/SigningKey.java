package app.backtrack.embedded.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The issuer's RSA key, made once per data folder. The issuer's own default keys lie in its public jar, where anybody
 * could sign with them; and a key that changed at each start would void the tokens that services and people still hold.
 */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static JWK in(Path data) throws IOException, JOSEException, ParseException {
        Path file = data.resolve("signing-key.json");
        if (Files.exists(file)) {
            return JWK.parse(Files.readString(file));
        }
        RSAKey key = new RSAKeyGenerator(BITS).keyID(AccountTokens.ISSUER_ID).generate();
        Files.createDirectories(data);
        Files.writeString(file, key.toJSONString());
        return key;
    }
}
