package app.backtrack.notification.note;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Language;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.inbox.Cursor;
import app.backtrack.notification.inbox.InboxQuery;
import app.backtrack.notification.preference.PreferenceStore;
import app.backtrack.notification.text.Texts;
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

/** Shows patients what they were reminded of, and their milestones. */
@Path("/v1/patients/{patientId}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes", description = "The patient's own inbox: reminders and milestones.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.PATIENT_IN_PATH)
public class NoteResource {
    private final NoteStore notes;
    private final PreferenceStore preferences;
    private final Texts texts;
    private final Caller caller;

    NoteResource(NoteStore notes, PreferenceStore preferences, Texts texts, Caller caller) {
        this.notes = notes;
        this.preferences = preferences;
        this.texts = texts;
        this.caller = caller;
    }

    /** Lists the caller's notes, newest first. */
    @GET
    @RolesAllowed(Roles.PATIENT)
    @Operation(
            operationId = "listNotes",
            summary = "List what the patient was told",
            description = "Newest first, in the language of the patient's preferences. What holds no longer, such as a "
                    + "reminder of a session that was logged just then, is not listed.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` leads to the next one where there is one.",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = NoteAnswer.Listing.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`: another patient's notes.")
    public Response list(
            @PathParam("patientId") String patientId,
            @Parameter(
                            description = "How many, 1 to 200.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Parameter(description = "Where to go on, from a `Link` header.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        PatientRef patient = caller.patient(patientId);
        InboxQuery query = InboxQuery.of(null, cursor, limit);
        List<Note> found = notes.page(patient, query.before(), query.limit());
        boolean more = found.size() > query.limit();
        List<Note> page = more ? found.subList(0, query.limit()) : found;
        Language language = language(patient);
        Response.ResponseBuilder answer = Response.ok(new NoteAnswer.Listing(
                page.stream().map(note -> answer(note, language)).toList()));
        if (more) {
            answer.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "cursor", Cursor.after(page.getLast().position()))
                            .build(),
                    "next");
        }
        return answer.build();
    }

    /** Marks a note as read. */
    @POST
    @Path("/{id}/read")
    @RolesAllowed(Roles.PATIENT)
    @Operation(
            operationId = "readNote",
            summary = "Mark a note as read",
            description = "The first time counts; doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The note as it stands.",
            content = @Content(schema = @Schema(implementation = NoteAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-note`: there is none, or it was taken back. `unknown-patient`: another patient's.")
    public NoteAnswer read(@PathParam("patientId") String patientId, @PathParam("id") String id) {
        PatientRef patient = caller.patient(patientId);
        EntryId known = EntryId.find(id).orElseThrow(NoteResource::unknown);
        notes.read(patient, known);
        return answer(notes.find(patient, known).orElseThrow(NoteResource::unknown), language(patient));
    }

    private NoteAnswer answer(Note note, Language language) {
        return new NoteAnswer(
                note.id(),
                note.kind(),
                texts.title(note.kind(), language),
                texts.lead(note.kind(), language),
                note.at(),
                note.readAt());
    }

    private Language language(PatientRef patient) {
        return preferences
                .find(patient.clinic(), new Recipient.Patient(patient.patient()))
                .preference()
                .language();
    }

    private static Refusal unknown() {
        return Refusal.notFound("unknown-note", "Unknown note");
    }
}
