package app.backtrack.tracking.timeline;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.FactKey;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalRules;
import app.backtrack.tracking.reading.KnownPatients;
import app.backtrack.tracking.reading.PatientJournal;
import app.backtrack.tracking.timeline.EventsAnswer.Story;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leads from a number to the events that it was computed from. */
@Path("/v1/patients/{patientId}/events")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("facts")
public class EventsResource {
    private static final int MOST_FACTS = 500;

    private final KnownPatients patients;
    private final PatientJournal journals;

    EventsResource(KnownPatients patients, PatientJournal journals) {
        this.patients = patients;
        this.journals = journals;
    }

    /** The events that a number rests on. */
    @GET
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getEvents",
            summary = "Show the events behind a number",
            description =
                    "By `ids`, as insights name their evidence; or by `kind`, `context`, `from` and `through`, for"
                            + " any value of a day or window. Each fact comes with all its revisions and which one counts.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(schema = @Schema(implementation = EventsAnswer.class)))
    public EventsAnswer events(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(description = "1 to 100 event ids, joined by commas") @QueryParam("ids") @Nullable String ids,
            @Parameter(description = "The kind of facts", example = "pain-score") @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(description = "The context of pain scores; left out, all", example = "average-24h")
                    @QueryParam("context")
                    @Nullable
                    String context,
            @Parameter(description = "First local date", example = "2026-11-01") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "Last local date, at most 365 days after the first", example = "2026-11-20")
                    @QueryParam("through")
                    @Nullable
                    String through,
            @Parameter(description = "Shows what was known at that time, UTC", example = "2026-11-18T00:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        PatientRef patient = patients.required(patientId);
        EventsQuery query = EventsQuery.of(ids, kind, context, from, through);
        Instant then = AsOf.read(asOf);
        Journal journal = AsOf.cut(journals.read(patient), then);
        return switch (query) {
            case EventsQuery.ByIds wanted -> byIds(wanted.ids(), journal);
            case EventsQuery.BySpan span -> new EventsAnswer(stories(journal, span::matches), List.of(), List.of());
        };
    }

    private static EventsAnswer byIds(Set<String> ids, Journal journal) {
        List<Story> stories = stories(
                journal,
                history -> history.entries().stream()
                        .anyMatch(entry -> ids.contains(entry.fact().eventId())));
        List<TimelineEntry> decisions = TimelineRules.decisions(journal.care()).stream()
                .filter(decision -> ids.contains(decision.eventId()))
                .toList();
        Set<String> unknown = new TreeSet<>(ids);
        decisions.forEach(decision -> unknown.remove(decision.eventId()));
        stories.forEach(story -> story.revisions().forEach(revision -> unknown.remove(revision.eventId())));
        return new EventsAnswer(stories, decisions, List.copyOf(unknown));
    }

    private static List<Story> stories(Journal journal, Predicate<FactHistory> wanted) {
        Map<FactKey, FactHistory> histories = JournalRules.resolve(journal.all());
        List<Story> stories = histories.entrySet().stream()
                .filter(fact -> wanted.test(fact.getValue()))
                .map(fact -> Story.of(fact.getKey(), fact.getValue()))
                .toList();
        if (stories.size() > MOST_FACTS) {
            throw Refusal.invalid(Flaw.ofParameter("through", "must leave at most 500 facts in the span"));
        }
        return stories;
    }
}
