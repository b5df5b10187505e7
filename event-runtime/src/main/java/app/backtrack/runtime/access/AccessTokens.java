package app.backtrack.runtime.access;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Takes access tokens alone: an id token of the same issuer, or its refresh token, says who somebody is and not what
 * they may do here. Signature, issuer, audience and expiry are checked beside it.
 *
 * <p>RFC 9068 calls an access token {@code at+jwt}; issuers that do not follow it write {@code JWT} into the header,
 * some with {@code typ} among the claims.
 */
@Singleton
@Unremovable
final class AccessTokens implements Validator {
    private static final Set<String> HEADERS = Set.of("at+jwt", "application/at+jwt", "jwt");
    private static final String BEARER = "Bearer";
    /**
     * Only id tokens carry them (OpenID Connect Core, 3.1.3.6 and 3.3.2.11). A {@code nonce} proves nothing: issuers
     * repeat it in the access tokens of a login.
     */
    private static final List<String> OF_ID_TOKENS = List.of("at_hash", "c_hash");

    AccessTokens() {}

    @Override
    public @Nullable String validate(JwtContext token) throws MalformedClaimException {
        String header = token.getJoseObjects().getFirst().getHeader("typ");
        if (header == null || !HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
            return "the header's typ is no access token's";
        }
        Object claimed = token.getJwtClaims().getClaimValue("typ");
        if (claimed != null && !claimed.equals(BEARER)) {
            return "the claim typ is no access token's";
        }
        if (OF_ID_TOKENS.stream().anyMatch(token.getJwtClaims()::hasClaim)) {
            return "it is an id token";
        }
        return token.getJwtClaims().getExpirationTime() == null ? "it never ends" : null;
    }
}
