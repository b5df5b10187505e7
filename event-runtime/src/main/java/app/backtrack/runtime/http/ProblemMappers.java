package app.backtrack.runtime.http;

import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.log.Outages;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong with a request into one form: problem details. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return answer(refusal.problem()).build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure) {
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
        return answer(Problem.of("patient-erased", 410, "This patient was erased", null))
                .build();
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
        Response.ResponseBuilder answer =
                answer(Problem.of(title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), status, title, null));
        Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response other(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return failure.getCause() instanceof Refusal refusal ? refusal(refusal) : other(failure.getCause());
        }
        if (Outages.isOutage(failure)) {
            LOG.debugf("A request met an outage: %s", failure.toString());
            return unavailable();
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed, id=%s", id);
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

    private static Response unavailable() {
        return answer(Problem.of(
                        "unavailable",
                        503,
                        "Cannot be served now",
                        "Whether it was taken is unknown. Send the same request again: it counts once."))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
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
        return parameter.isEmpty() || parameter.equals("body")
                ? Flaw.at(pointer.toString(), violation.getMessage())
                : Flaw.ofParameter(parameter, violation.getMessage());
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
