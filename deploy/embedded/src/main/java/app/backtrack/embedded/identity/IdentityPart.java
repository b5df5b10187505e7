package app.backtrack.embedded.identity;

import app.backtrack.embedded.Part;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** The OIDC issuer {@code http://127.0.0.1:port/backtrack} for the accounts in {@code accounts.ndjson}. */
public final class IdentityPart {

    /** The mock reports each wrong password as an error with its whole stack; the answer says it well enough. */
    private static final Logger REFUSALS = Logger.getLogger(OAuth2HttpRequestHandler.class.getName());

    private IdentityPart() {}

    /** Starts the issuer; tokens are signed with RS256 and a key that stays in the data folder. */
    public static Part start(Path data, int port) throws IOException, JOSEException, ParseException {
        REFUSALS.setLevel(Level.OFF);
        Accounts accounts = new Accounts(data.resolve("accounts.ndjson"));
        KeyProvider keys = new KeyProvider(List.of(SigningKey.in(data)), JWSAlgorithm.RS256.getName());
        NettyWrapper server = new NettyWrapper();
        OAuth2Config config = new OAuth2Config(
                true,
                null,
                null,
                false,
                new OAuth2TokenProvider(keys, (Instant) null),
                Set.of(new AccountTokens(accounts)),
                server);
        var issuer = new OAuth2HttpRequestHandler(config).getAuthorizationServer();
        server.start(InetAddress.getLoopbackAddress(), port, new IssuerGate(issuer, accounts, "127.0.0.1:" + port));
        return server::stop;
    }
}
