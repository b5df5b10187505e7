package app.backtrack.embedded.identity;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Says what a token may claim: for client credentials and for a password, what the account says, after its secret was
 * compared. For a code or a refresh token the issuer remembers who logged in, and asks here only for the rest.
 */
final class AccountTokens implements OAuth2TokenCallback {

    static final String ISSUER_ID = "backtrack";

    /** Long enough for a day's trying with tokens that were pasted once. */
    private static final Duration EXPIRY = Duration.ofHours(8);

    private final Accounts accounts;

    AccountTokens(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String issuerId() {
        return ISSUER_ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return account(request).name();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of("backtrack");
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        if (!namesItsAccount(request.getAuthorizationGrant())) {
            return Map.of();
        }
        Account account = account(request);
        Map<String, Object> claims = account.claims();
        if (account.isSystem()) {
            List<String> asked =
                    request.getScope() == null ? List.of() : request.getScope().toStringList();
            claims.put("scope", String.join(" ", account.granted(asked)));
        }
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return EXPIRY.toSeconds();
    }

    private static boolean namesItsAccount(AuthorizationGrant grant) {
        return grant instanceof ClientCredentialsGrant || grant instanceof ResourceOwnerPasswordCredentialsGrant;
    }

    private Account account(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant user) {
            return accounts.user(user.getUsername(), user.getPassword().getValue())
                    .orElseThrow(
                            () -> new OAuth2Exception(OAuth2Error.INVALID_GRANT, "no such user, or another password"));
        }
        if (request.getAuthorizationGrant() instanceof ClientCredentialsGrant
                && request.getClientAuthentication() instanceof PlainClientSecret client) {
            return accounts.system(
                            client.getClientID().getValue(),
                            client.getClientSecret().getValue())
                    .orElseThrow(
                            () -> new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "no such client, or another secret"));
        }
        throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, "nobody known is asking");
    }
}
