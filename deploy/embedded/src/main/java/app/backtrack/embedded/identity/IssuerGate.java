package app.backtrack.embedded.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Stands before the mock issuer and takes its mockery away: the one issuer, the grants that name an account, our own
 * login, and loopback only. Without it the mock signs any claims that anybody asks for.
 */
final class IssuerGate implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> GRANTS =
            Set.of("authorization_code", "client_credentials", "password", "refresh_token");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final Function1<OAuth2HttpRequest, OAuth2HttpResponse> issuer;
    private final Accounts accounts;
    private final String authority;

    /** Tokens name the issuer as {@code http://authority/backtrack}, whatever host name the request used. */
    IssuerGate(Function1<OAuth2HttpRequest, OAuth2HttpResponse> issuer, Accounts accounts, String authority) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.authority = authority;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest original) {
        OAuth2HttpRequest request = asSentToAuthority(original);
        return switch (request.getOriginalUrl().encodedPath()) {
            case "/backtrack/.well-known/openid-configuration",
                    "/backtrack/jwks",
                    "/backtrack/userinfo",
                    "/backtrack/endsession" -> issuer.invoke(request);
            case "/backtrack/token" -> token(request);
            case "/backtrack/authorize" -> authorize(request);
            default -> answer(404, "text/plain", "nothing here");
        };
    }

    private OAuth2HttpResponse token(OAuth2HttpRequest request) {
        String grant = request.getFormParameters().get("grant_type");
        if (request.getMethod().equals("POST") && (grant == null || !GRANTS.contains(grant))) {
            return answer(
                    400,
                    "application/json",
                    OAuth2Error.UNSUPPORTED_GRANT_TYPE.toJSONObject().toJSONString());
        }
        return issuer.invoke(request);
    }

    private OAuth2HttpResponse authorize(OAuth2HttpRequest request) {
        var redirect = Optional.ofNullable(request.getOriginalUrl().queryParameter("redirect_uri"))
                .map(HttpUrl::parse);
        if (redirect.isEmpty() || !LOOPBACK.contains(redirect.get().host())) {
            return answer(400, "text/plain", "redirect_uri must lead back to this machine");
        }
        if (request.getMethod().equals("GET")) {
            return answer(200, "text/html", LoginPage.asked(accounts.users()));
        }
        String name = request.getFormParameters().get("username");
        String password = request.getFormParameters().get("password");
        return (name == null || password == null ? Optional.<Account>empty() : accounts.user(name, password))
                .map(account -> issuer.invoke(loggedIn(request, account)))
                .orElseGet(() -> answer(401, "text/html", LoginPage.refused(accounts.users())));
    }

    /** The mock believes the login form's claims, so the form that it gets is ours and not the browser's. */
    private static OAuth2HttpRequest loggedIn(OAuth2HttpRequest request, Account account) {
        try {
            String form = "username=" + encoded(account.name()) + "&claims="
                    + encoded(JSON.writeValueAsString(account.claims()));
            return new OAuth2HttpRequest(request.getHeaders(), request.getMethod(), request.getOriginalUrl(), form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims are plain strings", e);
        }
    }

    private OAuth2HttpRequest asSentToAuthority(OAuth2HttpRequest request) {
        Headers headers = request.getHeaders()
                .newBuilder()
                .removeAll("x-forwarded-proto")
                .removeAll("x-forwarded-port")
                .set("host", authority)
                .build();
        return new OAuth2HttpRequest(headers, request.getMethod(), request.getOriginalUrl(), request.getBody());
    }

    private static OAuth2HttpResponse answer(int status, String type, String body) {
        Headers headers = Headers.of("content-type", type + "; charset=utf-8", "cache-control", "no-store");
        return new OAuth2HttpResponse(headers, status, body, null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
