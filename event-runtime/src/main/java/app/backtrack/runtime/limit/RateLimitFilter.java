package app.backtrack.runtime.limit;

import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.limit.RateLimits.Verdict;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is too much before its body is read, and tells every caller in each answer how much is left, by the
 * headers of draft-ietf-httpapi-ratelimit-headers.
 */
@IfBuildProperty(name = "backtrack.serves-patients", stringValue = "true", enableIfMissing = true)
final class RateLimitFilter {
    private static final String VERDICT = "backtrack.rate-limit";
    private static final int TOO_MANY = 429;
    /** Request filters go up, response filters down: first in, last out. */
    private static final int OUTERMOST = 100;

    private final RateLimits limits;
    private final Caller caller;

    RateLimitFilter(RateLimits limits, Caller caller) {
        this.limits = limits;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = OUTERMOST)
    @Nullable
    Response count(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null || method.isAnnotationPresent(PermitAll.class) || !caller.isSignedIn()) {
            return null;
        }
        Verdict verdict = limits.take(caller.clinic(), caller.actor());
        request.setProperty(VERDICT, verdict);
        return verdict.allowed() ? null : refusal(verdict);
    }

    private static Response refusal(Verdict verdict) {
        Problem problem = Problem.of(
                "too-many-requests",
                TOO_MANY,
                "Too many requests",
                "Wait " + verdict.retrySeconds() + " s, as Retry-After says, and send the same again.");
        return Response.status(TOO_MANY)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, verdict.retrySeconds())
                .entity(problem)
                .build();
    }

    @ServerResponseFilter(priority = OUTERMOST)
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(VERDICT) instanceof Verdict verdict) {
            response.getHeaders().putSingle("RateLimit-Policy", limits.policy());
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            "\"" + verdict.policy() + "\";r=" + verdict.remaining() + ";t=" + verdict.resetSeconds());
        }
    }
}
