package app.backtrack.runtime.http;

import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.log.LogUnavailable;
import com.mongodb.MongoTimeoutException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Does what resources do, and fails as they fail. */
@Path("/v1/probe")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.THERAPIST})
@Shows(Shown.NOBODY)
public class ProbeResource {
    private static final int BUSY_MILLIS = 20;

    private final Caller caller;

    ProbeResource(Caller caller) {
        this.caller = caller;
    }

    enum Kind {
        FIRST,
        SECOND
    }

    /** A body with a member of each type. */
    record Body(
            @Min(0) @Max(10) int score,
            @Nullable String note,
            @Nullable Kind kind,
            @Nullable Instant at,
            @Nullable LocalDate date,
            @Nullable UUID id,
            @Nullable Boolean yes,
            @Valid @Nullable List<Part> parts) {}

    /** A part of a body. */
    record Part(@NotNull @Min(1) Integer sets) {}

    @POST
    public Body echo(@Valid @NotNull Body body) {
        return body;
    }

    @GET
    @Path("/patients/{patientId}")
    public String patient(@PathParam("patientId") String patientId) {
        return "\"" + caller.patient(patientId) + " " + caller.actor().wireForm() + "\"";
    }

    @GET
    @Path("/weeks")
    public int weeks(@QueryParam("weeks") @Min(4) @Max(12) int weeks) {
        return weeks;
    }

    /** Keeps an event loop busy, as much work would. */
    @POST
    @NonBlocking
    @Path("/busy")
    public Body busy(Body body) throws InterruptedException {
        Thread.sleep(BUSY_MILLIS);
        return body;
    }

    @GET
    @Path("/fails/{how}")
    public String fails(@PathParam("how") String how) throws PatientErased {
        switch (how) {
            case "outage" -> throw new MongoTimeoutException("no server at secret-host");
            case "erased" -> throw new PatientErased();
            case "conflict" -> throw Refusal.conflict("taken", "Taken", "Take another.");
            default -> throw new IllegalStateException("For input string: secret-input");
        }
    }

    @GET
    @Path("/later/{how}")
    public CompletionStage<String> later(@PathParam("how") String how) {
        return CompletableFuture.supplyAsync(() -> how).thenCompose(ProbeResource::failLater);
    }

    private static CompletionStage<String> failLater(String how) {
        return CompletableFuture.failedFuture(
                switch (how) {
                    case "outage" -> new LogUnavailable("no acknowledgement");
                    case "erased" -> new PatientErased();
                    case "conflict" -> Refusal.conflict("taken", "Taken", "Take another.");
                    default -> new IllegalStateException("For input string: secret-input");
                });
    }
}
