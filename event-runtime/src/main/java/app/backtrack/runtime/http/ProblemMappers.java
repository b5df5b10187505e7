package app.backtrack.runtime.http;

import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.http.IncomingBody.CutOff;
import app.backtrack.runtime.http.IncomingBody.TooLarge;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.log.ClockOff;
import app.backtrack.runtime.log.Outages;
import app.backtrack.runtime.log.TraceOnly;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong with a request into one form: problem details. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Routes routes;

    ProblemMappers(Routes routes) {
        this.routes = routes;
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return answer(refusal.problem()).build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure) {
        if (failure.getConstraintViolations().stream().anyMatch(ProblemMappers::isOurs)) {
            return bug(failure);
        }
        var flaws = failure.getConstraintViolations().stream()
                .map(ProblemMappers::flaw)
                .sorted(Comparator.comparing(Flaw::toString))
                .toList();
        return answer(Refusal.invalidProblem(flaws)).build();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException failure) {
        return answer(JsonFlaws.problem(failure)).build();
    }

    /** The framework maps this subclass itself, to an empty 400, unless we do. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException failure) {
        return json(failure);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException failure) {
        return unauthorized();
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException failure) {
        return unauthorized();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return answer(Problem.of(
                        "forbidden", 403, "This token may not do that", "Use a token whose role is allowed to."))
                .build();
    }

    @ServerExceptionMapper
    Response erased(PatientErased failure) {
        return answer(Refusal.erasedPatient().problem()).build();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        Response original = failure.getResponse();
        int status = original.getStatus();
        if (status >= 500) {
            return other(failure);
        }
        String title = original.getStatusInfo().getReasonPhrase();
        return answer(Problem.of(title.toLowerCase(Locale.ROOT).replace(' ', '-'), status, title, null))
                .build();
    }

    @ServerExceptionMapper
    Response method(NotAllowedException failure, UriInfo request) {
        return answer(Problem.of("method-not-allowed", 405, "Method Not Allowed", "Allow names the methods there are."))
                .header(HttpHeaders.ALLOW, String.join(", ", routes.methodsOf(request.getPath())))
                .build();
    }

    /** The answer to whatever went wrong. */
    @ServerExceptionMapper
    public Response other(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapper when wrapper.getCause() != null -> other(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> other(wrapper.getCause());
            case Refusal refusal -> refusal(refusal);
            case PatientErased erased -> erased(erased);
            case ConstraintViolationException invalid -> invalid(invalid);
            case WebApplicationException web when web.getResponse().getStatus() < 500 -> web(web);
            case ForbiddenException forbidden -> forbidden(forbidden);
            case TooLarge large -> answer(BodyLimit.problem()).build();
            case CutOff cutOff -> toNobody();
            case ClockOff clock -> clockOff();
            case OIDCException issuerAway -> unavailable(issuerAway);
            default -> Outages.isOutage(failure) ? unavailable(failure) : bug(failure);
        };
    }

    /** Messages may repeat what somebody sent, so the log gets the trace alone. */
    private static Response bug(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(TraceOnly.of(failure), "A request failed, id=%s", id);
        return answer(Problem.of("internal-error", 500, "Something went wrong on our side", "Tell us the instance.")
                        .withInstance(id))
                .build();
    }

    private static Response unauthorized() {
        return answer(Problem.of(
                        "unauthenticated", 401, "A valid token is required", "Get a token and send it as Bearer."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response unavailable(Throwable outage) {
        LOG.debugf("A request met an outage: %s", outage.getClass().getSimpleName());
        return later(Problem.of(
                "unavailable",
                503,
                "Cannot be served now",
                "Whether it was taken is unknown. Send the same request again: it counts once."));
    }

    /** Nothing is written: the sender has hung up, or was answered by {@code SlowSenders}. */
    private static Response toNobody() {
        LOG.debug("A body stopped arriving");
        return Response.status(Response.Status.REQUEST_TIMEOUT).build();
    }

    private static Response clockOff() {
        return later(Problem.of(
                "clock-off",
                503,
                "This server's clock is wrong",
                "Nothing was taken. Send the same request again later; the operator finds the cause in readiness."));
    }

    private static Response later(Problem problem) {
        return answer(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.current() == null
                ? answer
                : answer.header(HttpHeaders.ETAG, problem.current().etag());
    }

    private static Flaw flaw(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                append(pointer, node);
            }
        }
        return pointer.isEmpty() && !parameter.isEmpty() && !parameter.equals("body")
                ? Flaw.ofParameter(parameter, violation.getMessage())
                : Flaw.at(pointer.toString(), violation.getMessage());
    }

    /** A return value that breaks its rules is our bug, not the caller's. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
            pointer.append('/').append(node.getName());
        }
    }
}
