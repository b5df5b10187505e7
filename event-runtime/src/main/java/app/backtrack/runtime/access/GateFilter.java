package app.backtrack.runtime.access;

import app.backtrack.events.Role;
import app.backtrack.runtime.http.Caller;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** After the role was checked and before anything is read: a clinic system's scope, and a therapist's reach. */
@IfBuildProperty(name = "backtrack.serves-patients", stringValue = "true", enableIfMissing = true)
final class GateFilter {
    private final Operations operations;
    private final TherapistBook therapists;
    private final Caller caller;

    GateFilter(Operations operations, TherapistBook therapists, Caller caller) {
        this.operations = operations;
        this.therapists = therapists;
        this.caller = caller;
    }

    @ServerRequestFilter
    Uni<Response> check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null || method.isAnnotationPresent(PermitAll.class) || !caller.isSignedIn()) {
            return Uni.createFrom().nullItem();
        }
        if (caller.role() == Role.CLINIC_SYSTEM) {
            caller.require(operations.of(method).scope());
        }
        String patient = request.getUriInfo().getPathParameters().getFirst(Operations.PATIENT);
        if (patient == null || caller.role() != Role.THERAPIST || caller.reaches(patient)) {
            return Uni.createFrom().nullItem();
        }
        // Somebody assigned a moment ago may ask at once; the resource then asks again.
        return Uni.createFrom().completionStage(therapists.caughtUp()).replaceWith((Response) null);
    }
}
