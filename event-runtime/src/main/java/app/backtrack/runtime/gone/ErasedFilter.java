package app.backtrack.runtime.gone;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.erasure.ErasedPatients;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.register.ErasureRegister.RegisterUnavailable;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers everything that is asked about an erased patient of the caller's clinic with 410, in every service and for
 * every operation with a {@code patientId} in its path. Others learn what they learn of a patient who never was.
 */
@Singleton
@IfBuildProperty(name = "backtrack.serves-patients", stringValue = "true", enableIfMissing = true)
public class ErasedFilter {
    /** Looked up when it is needed: filters are made before the settings of a running service are there. */
    private final Instance<ErasedPatients> known;

    private final Caller caller;
    private final SecurityIdentity identity;

    ErasedFilter(Instance<ErasedPatients> known, Caller caller, SecurityIdentity identity) {
        this.known = known;
        this.caller = caller;
        this.identity = identity;
    }

    /** Runs after the caller's role was looked at, so that who may not ask is not answered. */
    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo operation) {
        if (identity.isAnonymous()) {
            return; // a question that needs no caller
        }
        ErasedPatients erased = known.get();
        if (!erased.known()) {
            throw new RegisterUnavailable("the erasure register is not read yet", null);
        }
        List<String> named = request.getUriInfo().getPathParameters().get("patientId");
        if (named == null || operation.getResourceMethod().isAnnotationPresent(OpenWhenErased.class)) {
            return;
        }
        PatientRef patient;
        try {
            patient = caller.patient(named.getFirst());
        } catch (Refusal unknown) {
            return; // the operation itself says how it answers this
        }
        if (erased.find(patient).isPresent()) {
            throw Refusal.erasedPatient();
        }
    }
}
