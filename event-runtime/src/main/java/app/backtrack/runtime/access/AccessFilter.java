package app.backtrack.runtime.access;

import app.backtrack.events.AccessOutcome;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.access.Operations.Operation;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ProblemMappers;
import app.backtrack.runtime.log.LogUnavailable;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Stands between what a resource answers and the caller: patients' data goes out only once the log has noted who asked
 * for it. What patients read about themselves is not noted.
 */
@IfBuildProperty(name = "backtrack.serves-patients", stringValue = "true", enableIfMissing = true)
final class AccessFilter {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final Operations operations;
    private final AccessLog log;
    private final AccessNotes notes;
    private final Caller caller;
    private final ProblemMappers problems;

    AccessFilter(Operations operations, AccessLog log, AccessNotes notes, Caller caller, ProblemMappers problems) {
        this.operations = operations;
        this.log = log;
        this.notes = notes;
        this.caller = caller;
        this.problems = problems;
    }

    @ServerResponseFilter
    Uni<Void> note(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        Method method = resource == null ? null : resource.getResourceMethod();
        Optional<AccessOutcome> outcome = outcome(response.getStatus());
        if (method == null || outcome.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Operation operation = operations.of(method);
        return switch (outcome.get()) {
            case SHOWN ->
                Uni.createFrom()
                        .completionStage(() -> shown(operation, request))
                        .onFailure()
                        .invoke(failure -> replace(response, problems.other(failure)))
                        .onFailure()
                        .recoverWithNull();
            case REFUSED -> {
                refused(operation, request);
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private static Optional<AccessOutcome> outcome(int status) {
        if (status < 400) {
            return Optional.of(AccessOutcome.SHOWN);
        }
        return status == NOT_FOUND || status == FORBIDDEN || status == GONE
                ? Optional.of(AccessOutcome.REFUSED)
                : Optional.empty();
    }

    private CompletableFuture<Void> shown(Operation operation, ContainerRequestContext request) {
        Shown shows = operation.shows().orElseThrow(() -> undeclared(operation));
        return switch (shows) {
            case NOBODY, PATIENTS_STREAMED -> CompletableFuture.completedFuture(null);
            // Somebody may ask for what is so already: that writes nothing, and shows it.
            case WHAT_WAS_WRITTEN -> shown(operation, request, notes.patients().orElse(Set.of()));
            case PATIENT_IN_PATH -> shown(operation, request, Set.of(inPath(request)));
            case PATIENTS_NAMED ->
                shown(operation, request, notes.patients().orElseThrow(() -> undeclared(operation)))
                        .exceptionallyCompose(AccessFilter::askAgain);
        };
    }

    private CompletableFuture<Void> shown(
            Operation operation, ContainerRequestContext request, Set<PatientRef> patients) {
        return caller.role() == Role.PATIENT
                ? CompletableFuture.completedFuture(null)
                : log.shown(access(operation, request), patients);
    }

    /** One of many was erased while the list was made: the next one is without them. */
    private static CompletableFuture<Void> askAgain(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return CompletableFuture.failedFuture(
                cause instanceof PatientErased ? new LogUnavailable("a patient of a list was erased", cause) : failure);
    }

    private void refused(Operation operation, ContainerRequestContext request) {
        if (operation.shows().filter(Shown.PATIENT_IN_PATH::equals).isPresent()) {
            try {
                asked(request)
                        .filter(patient -> !isThemselves(patient))
                        .ifPresent(patient -> log.refused(access(operation, request), patient));
            } catch (ForbiddenException e) {
                // A token without clinic, role or subject: there is nobody to be noted.
                return;
            }
        }
    }

    /** What patients do not find about themselves was refused to nobody else. */
    private boolean isThemselves(PatientRef patient) {
        return caller.role() == Role.PATIENT && caller.reaches(patient);
    }

    private Access access(Operation operation, ContainerRequestContext request) {
        return new Access(caller.actor(), operation.name(), TraceIds.of(request.getHeaderString("traceparent")));
    }

    private PatientRef inPath(ContainerRequestContext request) {
        return asked(request).orElseThrow(() -> new IllegalStateException("data of a patient who has no id"));
    }

    private Optional<PatientRef> asked(ContainerRequestContext request) {
        return caller.named(request.getUriInfo().getPathParameters().getFirst(Operations.PATIENT));
    }

    private static IllegalStateException undeclared(Operation operation) {
        return new IllegalStateException("it is not said whose data this shows: " + operation.name());
    }

    private static void replace(ContainerResponseContext response, Response problem) {
        response.getHeaders().clear();
        response.getHeaders().putAll(problem.getMetadata());
        response.setStatus(problem.getStatus());
        response.setEntity(problem.getEntity(), new Annotation[0], problem.getMediaType());
    }
}
