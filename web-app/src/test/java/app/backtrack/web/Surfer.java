package app.backtrack.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.backends.BackEnds;
import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.parts.TokenDesk;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** As much of a browser as signing in needs: it keeps cookies, and is told which redirects to follow. */
final class Surfer {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    Surfer(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    /** Signs in on the issuer's page; the answer is the last redirect, which leads to a page of ours. */
    HttpResponse<String> signIn(Account account, String to) {
        new TokenDesk(BackEnds.addresses()).add(List.of(account));
        URI issuer = location(get("/sign-in?to=" + to));
        HttpResponse<String> login = send(HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account.name() + "&password=" + account.secret())));
        HttpResponse<String> back = send(HttpRequest.newBuilder(location(login)));
        return send(HttpRequest.newBuilder(location(back)));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** As our own pages change something. */
    HttpResponse<String> change(String method, String path, String body) {
        return send(request(path)
                .header("Backtrack-Request", "page")
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return sent(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path) {
        return sent(HttpRequest.newBuilder(base.resolve(path)), BodyHandlers.ofInputStream());
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** What the cookie of the session says; fails without one. */
    HttpCookie session() {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals("q_session"))
                .findFirst()
                .orElseThrow();
    }

    URI location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).as("%s", answer.uri()).isBetween(301, 303);
        return base.resolve(answer.headers().firstValue("location").orElseThrow());
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
