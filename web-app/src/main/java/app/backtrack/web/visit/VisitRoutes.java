package app.backtrack.web.visit;

import app.backtrack.web.answer.Answers;
import app.backtrack.web.answer.SameOriginRules;
import app.backtrack.web.session.SessionTokens;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and who is signed in. */
@Singleton
final class VisitRoutes {
    private final Visits visits;
    private final HttpAuthenticator authenticator;
    private final SessionTokens sessions;
    private final TenantConfigBean issuer;
    private final Answers answers;
    private final Vertx vertx;

    VisitRoutes(
            Visits visits,
            HttpAuthenticator authenticator,
            SessionTokens sessions,
            TenantConfigBean issuer,
            Answers answers,
            Vertx vertx) {
        this.visits = visits;
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.issuer = issuer;
        this.answers = answers;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, "/sign-in").handler(request -> signIn(request, () -> challenge(request)));
        // Where the issuer leads back to. Whoever comes here without what was begun in this browser begins anew.
        router.route(HttpMethod.GET, "/sign-in/back").handler(request -> signIn(request, () -> failed(request)));
        router.route(HttpMethod.GET, "/session").handler(this::session);
        router.route(HttpMethod.POST, "/sign-out").handler(this::signOut);
    }

    private void signIn(RoutingContext request, Runnable nobodyYet) {
        visits.find(request, visit -> {
            switch (visit) {
                case Visit.Known(Visitor visitor) ->
                    redirect(request, 303, ReturnRules.page(request.request().getParam("to"), visitor));
                case Visit.Elsewhere(int status, String address) -> redirect(request, status, address);
                case Visit.Nobody nobody -> nobodyYet.run();
                case Visit.Failed failed -> failed(request);
                case Visit.Unknown unknown -> redirect(request, 303, "/?sign-in=unavailable");
            }
        });
    }

    private static void failed(RoutingContext request) {
        redirect(request, 303, "/?sign-in=failed");
    }

    private void challenge(RoutingContext request) {
        authenticator
                .sendChallenge(request)
                .subscribe()
                .with(
                        sent -> request.response()
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end()
                                .onFailure(gone -> {}),
                        failure -> redirect(request, 303, "/?sign-in=unavailable"));
    }

    private void session(RoutingContext request) {
        visits.find(request, visit -> {
            switch (visit) {
                case Visit.Known(Visitor visitor) -> answers.json(request, SignedIn.of(visitor));
                case Visit.Nobody nobody -> answers.signInFirst(request);
                case Visit.Elsewhere elsewhere -> answers.signInFirst(request);
                case Visit.Failed failed -> answers.signInFirst(request);
                case Visit.Unknown unknown -> answers.unavailable(request);
            }
        });
    }

    /** Ends the session here, and says where it is ended at the issuer. The token itself is no part of that address. */
    private void signOut(RoutingContext request) {
        if (SameOriginRules.refuses(request.request().method().name(), request.request()::getHeader)) {
            answers.problem(request, SameOriginRules.problem());
            return;
        }
        Cookie cookie = request.request().getCookie(Visits.COOKIE);
        Callable<Boolean> ending = () -> {
            if (cookie != null) {
                sessions.end(cookie.getValue());
            }
            return true;
        };
        vertx.executeBlocking(ending, false)
                .onSuccess(ended -> signedOut(request))
                .onFailure(outage -> answers.unavailable(request));
    }

    private void signedOut(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(Visits.COOKIE, "")
                        .setMaxAge(0)
                        .setPath("/")
                        .setHttpOnly(true));
        answers.json(request, Map.of("next", nextAfterSignOut(request)));
    }

    private String nextAfterSignOut(RoutingContext request) {
        var tenant = issuer.getDefaultTenant();
        @Nullable String end = tenant.ready() ? tenant.getOidcMetadata().getEndSessionUri() : null;
        if (end == null) {
            return "/";
        }
        String back = request.request().scheme() + "://" + request.request().authority() + "/";
        return end + "?client_id=" + tenant.oidcConfig().clientId().orElse("") + "&post_logout_redirect_uri="
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static void redirect(RoutingContext request, int status, String address) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.LOCATION, address)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end()
                .onFailure(gone -> {});
    }
}
