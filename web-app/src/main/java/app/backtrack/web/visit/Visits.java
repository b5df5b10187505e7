package app.backtrack.web.visit;

import app.backtrack.runtime.log.Outages;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request. Every route asks here and serves nobody whom it does not know. */
@Singleton
public final class Visits {
    /** The cookie that Quarkus keeps a session by. */
    static final String COOKIE = "q_session";

    private static final Logger LOG = Logger.getLogger(Visits.class);

    private final IdentityProviderManager identities;

    Visits(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Calls back once, on the request's own thread. The request's body waits meanwhile. */
    public void find(RoutingContext request, Consumer<Visit> callback) {
        request.request().pause();
        // Without this the framework would answer failures by itself, before we can.
        BiConsumer<RoutingContext, Throwable> leftToUs = (any, failure) -> {};
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leftToUs);
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .subscribe()
                .with(
                        identity -> callback.accept(
                                identity == null || identity.isAnonymous() ? new Visit.Nobody() : visit(identity)),
                        failure -> callback.accept(failed(request, failure)));
    }

    private static Visit visit(SecurityIdentity identity) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        String clinic = claim(identity, "clinic_id");
        String role = claim(identity, "role");
        String name = claim(identity, "sub");
        if (token == null || clinic == null || role == null || name == null) {
            return new Visit.Failed();
        }
        return new Visit.Known(new Visitor(
                name, clinic, role, claim(identity, "patient_id"), claim(identity, "locale"), token.getToken()));
    }

    private static @Nullable String claim(SecurityIdentity identity, String name) {
        @Nullable Object value = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
        return value == null ? null : value.toString();
    }

    private static Visit failed(RoutingContext request, Throwable failure) {
        return switch (failure) {
            case AuthenticationRedirectException redirect ->
                new Visit.Elsewhere(redirect.getCode(), redirect.getRedirectUri());
            case AuthenticationCompletionException refused -> isOutage(refused) ? unknown(request) : new Visit.Failed();
            case AuthenticationFailedException ended -> isOutage(ended) ? unknown(request) : new Visit.Nobody();
            default -> unknown(request);
        };
    }

    /** The session may well be there, so the browser keeps its cookie. */
    private static Visit unknown(RoutingContext request) {
        request.response().removeCookies(COOKIE, false);
        return new Visit.Unknown();
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException || Outages.isOutage(cause)) {
                LOG.debugf("Nobody can tell who visits: %s", cause.getClass().getSimpleName());
                return true;
            }
        }
        return false;
    }
}
