package app.backtrack.notification.preference;

import app.backtrack.events.Role;
import app.backtrack.notification.Reader;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.preference.PreferenceStore.Kept;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
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
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets clinicians and patients say how they want to be told, each for themselves. */
@Path("/v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Preferences", description = "How somebody wants to be told, and when.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class PreferenceResource {
    private final PreferenceStore preferences;
    private final PreferenceDesk desk;
    private final Caller caller;
    private final InstantSource clock;

    PreferenceResource(PreferenceStore preferences, PreferenceDesk desk, Caller caller, InstantSource clock) {
        this.preferences = preferences;
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    /** Shows how the caller wants to be told. */
    @GET
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "getPreferences",
            summary = "Show how the caller wants to be told",
            description = "What they said, or what is shipped; and the zone and the quiet hours that follow from it.")
    @APIResponse(
            responseCode = "200",
            description = "The preferences.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"0\"")),
            content = @Content(schema = @Schema(implementation = PreferenceAnswer.class)))
    public Response get() {
        Recipient recipient = recipient();
        return answer(recipient, preferences.find(caller.clinic(), recipient));
    }

    /** Changes how the caller wants to be told. */
    @PUT
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "changePreferences",
            summary = "Change how the caller wants to be told",
            description =
                    "Sends all of it; what is left out is as shipped. It holds at once, for what waits already too.")
    @APIResponse(
            responseCode = "200",
            description = "The preferences as they are now.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = PreferenceAnswer.class)))
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid PreferenceContent body) {
        Recipient recipient = recipient();
        int version = ETags.requiredVersion(ifMatch);
        Map<String, String> flaws = body.flaws(recipient);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws);
        }
        preferences.prepare();
        Preference preference = body.preference(recipient);
        if (!preferences.put(caller.clinic(), recipient, preference, version)) {
            throw ETags.stale(preferences.find(caller.clinic(), recipient).version());
        }
        return answer(recipient, new Kept(preference, version + 1));
    }

    private Recipient recipient() {
        return caller.role() == Role.PATIENT
                ? new Recipient.Patient(caller.ownPatient().patient())
                : new Recipient.Clinician(Reader.of(caller).clinician());
    }

    private Response answer(Recipient recipient, Kept kept) {
        PreferenceContent content = PreferenceContent.of(recipient, kept.preference());
        PreferenceAnswer answer = desk.wishes(caller.clinic(), recipient, kept.preference(), null, clock.instant())
                .map(wishes -> PreferenceAnswer.of(content, wishes, clock.instant()))
                .orElseGet(() -> PreferenceAnswer.of(content));
        return Response.ok(answer)
                .header(HttpHeaders.ETAG, ETags.of(kept.version()))
                .build();
    }
}
