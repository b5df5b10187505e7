package app.backtrack.runtime.access;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has bearer tokens verified by OpenID Connect, those that come again within a moment only once. */
@Alternative
@Priority(1)
@Singleton
@IfBuildProperty(name = "backtrack.serves-patients", stringValue = "true", enableIfMissing = true)
final class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens verified = new VerifiedTokens();

    BearerMechanism(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Optional<String> header = bearer(request);
        return header.flatMap(verified::find)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> oidc.authenticate(request, providers).invoke(identity -> {
                    if (identity != null) {
                        header.ifPresent(sent -> verified.remember(sent, identity));
                    }
                }));
    }

    /** Of two headers nobody knows which one was verified. */
    private static Optional<String> bearer(RoutingContext request) {
        List<String> headers = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return headers.size() == 1 && headers.getFirst().startsWith(SCHEME)
                ? Optional.of(headers.getFirst())
                : Optional.empty();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /** Before the one that it asks, which is among the mechanisms too. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
