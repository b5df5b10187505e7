package app.backtrack.program.day;

import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counts what is due for a patient. */
@Path("/v1/patients/{patientId}/due-counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Days")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("programs")
public class DueCountsResource {
    private static final int MAX_DAYS = 84;

    private final PatientCalendar calendar;
    private final Caller caller;

    DueCountsResource(PatientCalendar calendar, Caller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    /** Counts what is due in a span of days. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "getDueCounts",
            summary = "Count how often things are due",
            description =
                    "For each exercise and habit and each program week, as far as the week lies in the range: what "
                            + "adherence divides by. At most 84 days.")
    @APIResponse(
            responseCode = "200",
            description = "The counts; empty where nothing was due.",
            content = @Content(schema = @Schema(implementation = DueCountsAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`.")
    public DueCountsAnswer dueCounts(
            @PathParam("patientId") String patientId,
            @Parameter(
                            description = "First local date.",
                            required = true,
                            schema = @Schema(implementation = LocalDate.class))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last local date, at most 83 days after the first.",
                            required = true,
                            schema = @Schema(implementation = LocalDate.class))
                    @QueryParam("through")
                    @Nullable
                    String through,
            @Parameter(
                            description = "Goes by the versions of programs that were known at that time, UTC.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        PatientRef patient = caller.patient(patientId);
        calendar.requireKnown(patient);
        LocalDate first = DayQuery.requiredDate("from", from);
        LocalDate last = DayQuery.requiredDate("through", through);
        Instant known = DayQuery.asOf(asOf);
        if (last.isBefore(first) || !last.isBefore(first.plusDays(MAX_DAYS))) {
            throw Refusal.invalid(
                    Flaw.ofParameter("through", "must be from the day of from to " + (MAX_DAYS - 1) + " days later"));
        }
        return DueCountsAnswer.of(first, last, ScheduleRules.dueCounts(calendar.programs(patient, known), first, last));
    }
}
