package app.backtrack.tracking.intake;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.log.Outages;
import app.backtrack.tracking.intake.JournalBody.RawItem;
import app.backtrack.tracking.intake.Taking.Refused;
import app.backtrack.tracking.intake.Taking.Taken;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.position.PositionTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Takes in many facts at once: what a telephone kept while it was offline, or a clinic's system hands over. */
@Path("/v1/journal")
@Tag(name = "Facts")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("facts")
@Shows(Shown.WHAT_WAS_WRITTEN)
public class JournalResource {
    private static final Logger LOG = Logger.getLogger(JournalResource.class);
    private static final String NDJSON = "application/x-ndjson";

    /** Proxies pass on headers of 4 kB; a token of one patient's 500 facts fits in. */
    private static final int LONGEST_POSITION = 4_000;

    private final Caller caller;
    private final JournalItems items;
    private final FactIntake intake;
    private final PositionTokens tokens;
    private final ObjectMapper mapper;

    JournalResource(Caller caller, JournalItems items, FactIntake intake, PositionTokens tokens, ObjectMapper mapper) {
        this.caller = caller;
        this.items = items;
        this.intake = intake;
        this.tokens = tokens;
        this.mapper = mapper;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "postJournal",
            summary = "Hand in up to 500 facts",
            description =
                    "Each item is taken or refused for itself. An item is the body of its kind's PUT with "
                            + "`patientId`, `kind` and `id`; with `\"retracted\": true`, `revision` and `reason` it takes a fact back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class, maxItems = 500),
                            examples = @ExampleObject(name = "a score and a retraction", value = """
                    [{"patientId":"6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f","kind":"pain-score",
                      "id":"0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f","revision":1,"score":4,"context":"average-24h",
                      "occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"},
                     {"patientId":"6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f","kind":"session",
                      "id":"0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e80","retracted":true,"revision":2,
                      "reason":"duplicate"}]""")))
    @APIResponse(
            responseCode = "200",
            description = "One result for each item, in input order",
            headers =
                    @Header(
                            name = FactDesk.POSITION,
                            description = "For `after` of the progress; left out where a batch of very many patients "
                                    + "would make it too long for a header"),
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = JournalResult.class)))
    @APIResponse(
            responseCode = "413",
            description = "`too-large`: the body is over 1 MiB, or holds more than 500 items.")
    public Response post(byte[] body) {
        return take(JournalBody.ofArray(body, mapper));
    }

    @POST
    @Consumes(NDJSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(hidden = true)
    public Response postLines(byte[] body) {
        return take(JournalBody.ofLines(body, mapper));
    }

    /** Waits on its virtual thread: at most as long as the slowest item, and no item fails as a whole. */
    private Response take(List<RawItem> raw) {
        Actor actor = caller.actor();
        String batch = UUID.randomUUID().toString();
        List<JournalItem> read = raw.stream().map(items::read).toList();
        List<CompletableFuture<Taking>> takings =
                read.stream().map(item -> take(item, actor, batch)).toList();
        return answer(
                caller.clinic(),
                read,
                takings.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Taking> take(JournalItem item, Actor actor, String batch) {
        return switch (item) {
            case JournalItem.Unfit unfit -> CompletableFuture.completedFuture(Refused.of(unfit.problem()));
            case JournalItem.Ready ready ->
                intake.take(ready.patient(), actor, batch, ready.draft()).exceptionally(JournalResource::failed);
        };
    }

    private static Taking failed(Throwable failure) {
        if (Outages.isOutage(failure)) {
            return new Refused(
                    Problem.of("unavailable", 503, "Cannot be served now", "Send it again: it counts once."), true);
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof PatientErased) {
            return Refused.of(Refusal.erasedPatient().problem());
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "An item of a journal failed, id=%s", id);
        return new Refused(
                Problem.of("internal-error", 500, "Something went wrong on our side", null)
                        .withInstance(id),
                true);
    }

    private Response answer(ClinicId clinic, List<JournalItem> read, List<Taking> takings) {
        List<JournalResult> results = new ArrayList<>();
        Map<PatientId, List<JournalEntry>> taken = new HashMap<>();
        for (int i = 0; i < takings.size(); i++) {
            JournalItem.Label label = read.get(i).label();
            switch (takings.get(i)) {
                case Taken(PatientRef patient, JournalEntry entry) -> {
                    results.add(JournalResult.accepted(i, label));
                    taken.computeIfAbsent(patient.patient(), any -> new ArrayList<>())
                            .add(entry);
                }
                case Refused(Problem problem, boolean retry) ->
                    results.add(JournalResult.refused(i, label, problem, retry));
            }
        }
        Response.ResponseBuilder answer = Response.ok(results);
        String position = taken.isEmpty() ? "" : tokens.write(clinic, taken);
        return position.isEmpty() || position.length() > LONGEST_POSITION
                ? answer.build()
                : answer.header(FactDesk.POSITION, position).build();
    }
}
