package app.backtrack.notification.inbox;

import app.backtrack.notification.EntryId;
import app.backtrack.notification.Reader;
import app.backtrack.notification.alert.AlertDesk;
import app.backtrack.notification.delivery.DeliveryStore;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a clinician what was found about their patients, and takes down what they did about it. */
@Path("/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inbox", description = "What was found about a clinician's patients.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.PATIENTS_NAMED)
public class InboxResource {
    private final InboxStore inbox;
    private final DeliveryStore deliveries;
    private final AlertDesk alerts;
    private final Caller caller;
    private final AccessNotes notes;
    private final InstantSource clock;

    InboxResource(
            InboxStore inbox,
            DeliveryStore deliveries,
            AlertDesk alerts,
            Caller caller,
            AccessNotes notes,
            InstantSource clock) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.alerts = alerts;
        this.caller = caller;
        this.notes = notes;
        this.clock = clock;
    }

    /** Lists the caller's entries and those of the whole clinic, newest first. */
    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "listInbox",
            summary = "List what was found",
            description = "The caller's own entries and those that nobody is assigned to, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` leads to the next one where there is one.",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = InboxAnswer.class)))
    public Response list(
            @Parameter(
                            description = "Only entries in this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"new", "read", "acknowledged"}))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(
                            description = "How many, 1 to 200.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Parameter(description = "Where to go on, from a `Link` header.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        InboxQuery query = InboxQuery.of(state, cursor, limit);
        Reader reader = Reader.of(caller);
        List<InboxEntry> found = inbox.page(reader, query);
        boolean more = found.size() > query.limit();
        List<InboxEntry> page = more ? found.subList(0, query.limit()) : found;
        notes.shows(page.stream().map(InboxEntry::patient).toList());
        Response.ResponseBuilder answer =
                Response.ok(new InboxAnswer(page.stream().map(EntryAnswer::of).toList()));
        if (more) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", Cursor.after(page.getLast().position()))
                    .build();
            answer.link(next, "next");
        }
        return answer.build();
    }

    /** Shows one entry, with what became of its mails. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "getInboxEntry",
            summary = "Show one entry",
            description = "With what became of the mails about it. Showing it does not mark it as read.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = EntryAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-entry`: there is none, or it is in somebody else's inbox.")
    public EntryAnswer show(@PathParam("id") String id) {
        Reader reader = Reader.of(caller);
        return answer(reader, find(reader, id));
    }

    /** Marks an entry as read. */
    @POST
    @Path("/{id}/read")
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "readInboxEntry",
            summary = "Mark an entry as read",
            description = "The first time counts; doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it stands.",
            content = @Content(schema = @Schema(implementation = EntryAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-entry`: there is none, or it is in somebody else's inbox.")
    public EntryAnswer read(@PathParam("id") String id) {
        Reader reader = Reader.of(caller);
        InboxEntry entry = find(reader, id);
        inbox.read(reader.clinic(), entry.id(), stamp(reader));
        return answer(reader, find(reader, id));
    }

    /** Acknowledges an entry. */
    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "acknowledgeInboxEntry",
            summary = "Acknowledge an entry",
            description =
                    "Says that the clinician takes care of it, and acknowledges its alert. The first time counts; "
                            + "again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it stands.",
            content = @Content(schema = @Schema(implementation = EntryAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-entry`: there is none, or it is in somebody else's inbox.")
    public EntryAnswer acknowledge(@PathParam("id") String id) {
        Reader reader = Reader.of(caller);
        InboxEntry entry = find(reader, id);
        alerts.acknowledge(entry.patient(), entry.finding().insight().insightId(), caller.actor());
        inbox.acknowledge(reader.clinic(), entry.id(), stamp(reader));
        return answer(reader, find(reader, id));
    }

    private InboxEntry find(Reader reader, String id) {
        return EntryId.find(id)
                .flatMap(known -> inbox.find(reader.clinic(), known))
                .filter(entry -> entry.addressee().includes(reader.clinician()))
                .orElseThrow(() -> Refusal.notFound("unknown-entry", "Unknown inbox entry"));
    }

    private EntryAnswer answer(Reader reader, InboxEntry entry) {
        notes.shows(entry.patient());
        return EntryAnswer.with(
                entry, deliveries.find(reader.clinic(), entry.id().value(), entry.told()));
    }

    private Stamp stamp(Reader reader) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Stamp(reader.clinician(), now);
    }
}
