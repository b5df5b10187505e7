package app.backtrack.web.gateway;

import app.backtrack.runtime.http.Problem;
import app.backtrack.web.answer.Answers;
import app.backtrack.web.answer.SameOriginRules;
import app.backtrack.web.gateway.GatewayRules.Target;
import app.backtrack.web.visit.Visit;
import app.backtrack.web.visit.Visitor;
import app.backtrack.web.visit.Visits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Passes what the pages ask on to the services, with the visitor's token in place of the cookie, and the answers back
 * as they come, streams too.
 */
@Singleton
final class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private final Visits visits;
    private final Answers answers;
    private final GatewayConfig config;
    private final Map<String, URI> services;
    private final HttpClient http;

    Gateway(Visits visits, Answers answers, GatewayConfig config, Vertx vertx) {
        this.visits = visits;
        this.answers = answers;
        this.config = config;
        this.services = Map.of(
                "program", config.program(), "tracking", config.tracking(), "notification", config.notification());
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.maxConnections())
                .setMaxWaitQueueSize(config.maxConnections())
                .setConnectTimeout((int) config.connectDeadline().toMillis()));
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(this::handle);
    }

    private void handle(RoutingContext request) {
        HttpServerRequest asked = request.request();
        Optional<Target> target = GatewayRules.target(asked.path());
        String method = asked.method().name();
        if (SameOriginRules.refuses(method, asked::getHeader)) {
            answers.problem(request, SameOriginRules.problem());
        } else if (target.isEmpty()) {
            answers.problem(request, Problem.of("not-found", 404, "Not Found", null));
        } else if (!GatewayRules.letsThrough(method)) {
            answers.problem(request, Problem.of("method-not-allowed", 405, "Method Not Allowed", null));
        } else if (asked.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            answers.problem(
                    request, Problem.of("length-required", 411, "Length Required", "Say how long the body is."));
        } else {
            visits.find(request, visit -> forward(request, target.get(), visit));
        }
    }

    private void forward(RoutingContext request, Target target, Visit visit) {
        switch (visit) {
            case Visit.Known(Visitor visitor) -> forward(request, target, visitor);
            case Visit.Nobody nobody -> answers.signInFirst(request);
            case Visit.Elsewhere elsewhere -> answers.signInFirst(request);
            case Visit.Failed failed -> answers.signInFirst(request);
            case Visit.Unknown unknown -> answers.unavailable(request);
        }
    }

    private void forward(RoutingContext request, Target target, Visitor visitor) {
        http.request(options(request.request(), target))
                .compose(call -> sent(call, request, visitor))
                .onSuccess(answer -> pass(answer, request, target))
                .onFailure(failure -> failed(request, failure));
    }

    private RequestOptions options(HttpServerRequest asked, Target target) {
        URI service = Objects.requireNonNull(services.get(target.service()));
        String query = asked.query();
        return new RequestOptions()
                .setMethod(asked.method())
                .setHost(service.getHost())
                .setPort(port(service))
                .setSsl("https".equals(service.getScheme()))
                .setURI(target.path() + (query == null ? "" : "?" + query))
                .setIdleTimeout(config.silence().toMillis())
                .setFollowRedirects(false);
    }

    private static int port(URI service) {
        return service.getPort() > 0 ? service.getPort() : "https".equals(service.getScheme()) ? 443 : 80;
    }

    private static io.vertx.core.Future<HttpClientResponse> sent(
            HttpClientRequest call, RoutingContext request, Visitor visitor) {
        request.request().headers().forEach(header -> {
            if (GatewayRules.tells(header.getKey().toLowerCase(Locale.ROOT))) {
                call.putHeader(header.getKey(), header.getValue());
            }
        });
        call.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.accessToken());
        // A page that is left no longer waits: neither must the service.
        request.response().closeHandler(gone -> call.reset());
        return request.request().method().equals(HttpMethod.GET) ? call.send() : call.send(request.request());
    }

    private void pass(HttpClientResponse answer, RoutingContext request, Target target) {
        HttpServerResponse response = request.response();
        if (answer.statusCode() / 100 == 3 && answer.statusCode() != 304) {
            answer.request().reset();
            answers.unavailable(request);
            return;
        }
        response.setStatusCode(answer.statusCode()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.headers().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (GatewayRules.answers(name)) {
                response.putHeader(
                        header.getKey(), GatewayRules.asSeenFromHere(name, header.getValue(), target.service()));
            }
        });
        if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            response.setChunked(true);
        }
        answer.pipeTo(response).onFailure(failure -> failed(request, failure));
    }

    private void failed(RoutingContext request, Throwable failure) {
        LOG.debugf("A service did not answer: %s", failure.getClass().getSimpleName());
        answers.unavailable(request);
    }
}
