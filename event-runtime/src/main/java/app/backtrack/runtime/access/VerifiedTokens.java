package app.backtrack.runtime.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whom tokens speak for that were verified a moment ago: verifying one takes as long as all else that is done with a
 * request, and a clinic's system or a page sends the same one with many. Only what was taken is kept, by the whole
 * header, for at most a minute and never past the token's end.
 */
final class VerifiedTokens {
    /** The longest that a token is taken after its issuer's key was withdrawn. */
    static final Duration MAX_AGE = Duration.ofSeconds(60);

    private static final int MOST_TOKENS = 10_000;

    private final InstantSource clock;
    private final Cache<String, SecurityIdentity> identities;

    VerifiedTokens() {
        this(InstantSource.system(), Ticker.systemTicker());
    }

    VerifiedTokens(InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.identities = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfter(Expiry.<String, SecurityIdentity>creating((header, identity) -> left(identity)))
                .ticker(ticker)
                .build();
    }

    /** Whom a header speaks for; empty where its token has to be verified. */
    Optional<SecurityIdentity> find(String header) {
        return Optional.ofNullable(identities.getIfPresent(header));
    }

    /** Remembers what a verified token says; nothing of the request that it came with. */
    void remember(String header, SecurityIdentity verified) {
        if (!verified.isAnonymous() && left(verified).isPositive()) {
            identities.put(
                    header,
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(verified.getPrincipal())
                            .addRoles(verified.getRoles())
                            .build());
        }
    }

    /** How long it may be remembered; a token that does not say when it ends, not at all. */
    private Duration left(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Duration.ZERO;
        }
        Duration life = Duration.ofMillis(token.getExpirationTime() * 1_000 - clock.millis());
        return life.compareTo(MAX_AGE) < 0 ? life : MAX_AGE;
    }
}
