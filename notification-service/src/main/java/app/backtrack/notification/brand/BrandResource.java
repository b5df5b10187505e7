package app.backtrack.notification.brand;

import app.backtrack.notification.brand.BrandStore.Kept;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets a clinic say how it shows itself in what is sent for it. */
@Path("/v1/branding")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Branding", description = "How a clinic shows itself in what is sent for it.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("clinic")
@Shows(Shown.NOBODY)
public class BrandResource {
    private final BrandStore brands;
    private final Caller caller;

    BrandResource(BrandStore brands, Caller caller) {
        this.brands = brands;
        this.caller = caller;
    }

    /** Shows how the clinic shows itself. */
    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(operationId = "getBranding", summary = "Show how the clinic shows itself")
    @APIResponse(
            responseCode = "200",
            description = "The branding.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"0\"")),
            content = @Content(schema = @Schema(implementation = BrandContent.class)))
    public Response get() {
        return answer(brands.find(caller.clinic()));
    }

    /** Changes how the clinic shows itself. */
    @PUT
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @Operation(
            operationId = "changeBranding",
            summary = "Change how the clinic shows itself",
            description = "Sends all of it; what is left out is as shipped. It holds for what is sent from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The branding as it is now.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = BrandContent.class)))
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid BrandContent body) {
        int version = ETags.requiredVersion(ifMatch);
        Map<String, String> flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws);
        }
        brands.prepare();
        if (!brands.put(caller.clinic(), body.brand(), version)) {
            throw ETags.stale(brands.find(caller.clinic()).version());
        }
        return answer(new Kept(body.brand(), version + 1));
    }

    private static Response answer(Kept kept) {
        return Response.ok(BrandContent.of(kept.brand()))
                .header(HttpHeaders.ETAG, ETags.of(kept.version()))
                .build();
    }
}
