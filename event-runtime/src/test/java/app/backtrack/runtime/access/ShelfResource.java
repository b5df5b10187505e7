package app.backtrack.runtime.access;

import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Shows patients in every way there is, and forgets to say so in some. */
@Path("/v1/shelf")
@Produces(MediaType.TEXT_PLAIN)
@SystemScope("shelf")
public class ShelfResource {
    private final Caller caller;
    private final AccessNotes notes;

    ShelfResource(Caller caller, AccessNotes notes) {
        this.caller = caller;
        this.notes = notes;
    }

    @GET
    @Path("/{patientId}")
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    public String show(@PathParam("patientId") String patientId) {
        return "this is " + caller.patient(patientId);
    }

    @GET
    @Path("/{patientId}/later")
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST})
    public CompletionStage<String> later(@PathParam("patientId") String patientId) {
        String shown = "this is " + caller.patient(patientId);
        return CompletableFuture.supplyAsync(() -> shown);
    }

    @GET
    @Path("/{patientId}/nothing")
    @RolesAllowed({Roles.PATIENT, Roles.CLINIC_ADMIN})
    public String nothing(@PathParam("patientId") String patientId) {
        throw Refusal.notFound("nothing", "Nothing of " + caller.clinic());
    }

    @PUT
    @Path("/{patientId}")
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_SYSTEM})
    public String write(@PathParam("patientId") String patientId) {
        return "written about " + caller.patient(patientId);
    }

    @GET
    @Path("/list")
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @Shows(Shown.PATIENTS_NAMED)
    public String list(@QueryParam("ids") String ids) {
        if (!ids.equals("forgotten")) {
            notes.shows(Arrays.stream(ids.split(",", -1))
                    .filter(id -> !id.equals("nobody"))
                    .map(id -> new PatientRef(caller.clinic(), PatientId.of(id)))
                    .toList());
        }
        return "these are " + ids;
    }

    @GET
    @Path("/undeclared")
    @RolesAllowed(Roles.CLINIC_ADMIN)
    public String undeclared() {
        return "this is somebody";
    }
}
