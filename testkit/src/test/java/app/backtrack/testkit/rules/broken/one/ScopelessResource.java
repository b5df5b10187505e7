package app.backtrack.testkit.rules.broken.one;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Takes clinic systems, and does not say by which scope. */
@Path("/v1/patients/{patientId}/scopeless")
public final class ScopelessResource {
    /** Answers every system of the clinic. */
    @GET
    @RolesAllowed({"therapist", "clinic-system"})
    public String answer() {
        return "whatever";
    }
}
