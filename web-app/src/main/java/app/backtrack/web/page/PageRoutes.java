package app.backtrack.web.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Serves the pages. They are the same for everybody and hold no data: what they show they ask for. Each page's own
 * addresses lead to the one document of its bundle.
 */
@Singleton
final class PageRoutes {
    private static final int HEADERS_FIRST = 900;

    /** Scripts, styles and pictures are our own files; nothing is inline, nothing comes from elsewhere. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final PageConfig config;

    PageRoutes(PageConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::addHeaders, HEADERS_FIRST);
    }

    void register(@Observes Router router) {
        for (String page : new String[] {"clinic", "my"}) {
            router.route(HttpMethod.GET, "/" + page).handler(request -> request.reroute("/" + page + ".html"));
            router.route(HttpMethod.GET, "/" + page + "/*").handler(request -> request.reroute("/" + page + ".html"));
        }
    }

    private void addHeaders(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set("Content-Security-Policy", CONTENT_POLICY)
                .set("Referrer-Policy", "no-referrer")
                .set("Permissions-Policy", PERMISSIONS)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        if (config.secure()) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        String path = request.request().path();
        if (path != null && path.startsWith("/static/bundle/worker")) {
            // The worker lies with the other bundles and looks after the patient's pages.
            headers.set("Service-Worker-Allowed", "/my");
        }
        if (path != null && path.endsWith(".webmanifest")) {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/manifest+json");
        }
        if (path == null || !path.startsWith("/static/bundle/")) {
            // The names of bundles change with what is in them; all else is asked for anew.
            request.addHeadersEndHandler(sending -> {
                if (!headers.contains(HttpHeaders.CACHE_CONTROL)
                        || !headers.get(HttpHeaders.CACHE_CONTROL).contains("no-store")) {
                    headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
                }
            });
        }
        request.next();
    }
}
