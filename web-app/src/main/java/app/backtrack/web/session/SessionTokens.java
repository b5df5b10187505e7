package app.backtrack.web.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of a visitor on the server. The browser's cookie is 256 random bits that say which document it is; a
 * renewal of tokens writes the same document, so that requests that are under way meanwhile still find it.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class SessionTokens implements TokenStateManager {
    private static final String COOKIE_FOUND = "backtrack.session.cookie";
    private static final int COOKIE_BYTES = 32;

    private final SessionStore store;
    private final SessionSeal seal;
    private final SessionConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionTokens(SessionStore store, SessionSeal seal, SessionConfig config, ObjectMapper json, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        String renewed = request.get(COOKIE_FOUND);
        String cookie = renewed == null ? newCookie() : renewed;
        return context.runBlocking(() -> {
            String id = idOf(cookie);
            store.put(id, seal.seal(id, tokens), clock.instant().plus(length(tokens.getIdToken())));
            return cookie;
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig tenant,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return context.runBlocking(() -> {
            String id = idOf(cookie);
            AuthorizationCodeTokens tokens = store.find(id, clock.instant())
                    .flatMap(kept -> seal.open(id, kept))
                    .orElseThrow(() -> new AuthenticationFailedException("no such session"));
            request.put(COOKIE_FOUND, cookie);
            return tokens;
        });
    }

    /**
     * Nothing is done: this is called before each renewal too, and requests that are under way would find no session.
     * Signing out is {@link #end}; what is left behind otherwise ends by its time.
     */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig tenant, String cookie, OidcRequestContext<Void> context) {
        return Uni.createFrom().voidItem();
    }

    /** Ends the session that a cookie names, if there is one. Blocks. */
    public void end(String cookie) {
        store.end(idOf(cookie));
    }

    private Duration length(String idToken) {
        return "patient".equals(role(idToken)) ? config.patient() : config.staff();
    }

    /** The token comes from the issuer and was verified; here it only says how long to keep it. */
    private @Nullable String role(String idToken) {
        String[] parts = idToken.split("\\.", -1);
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return json.readTree(new String(claims, StandardCharsets.UTF_8))
                    .path("role")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verified token is JSON", e);
        }
    }

    private String newCookie() {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String idOf(String cookie) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
