package app.backtrack.program.day;

import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.program.day.PlanOfDayMaker.Day;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
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

/** Shows what is due for a patient on a day. */
@Path("/v1/patients/{patientId}/day")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Days", description = "What is due when, by the version of the program that is in force on each day.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("programs")
public class DayResource {
    private final PatientCalendar calendar;
    private final PlanOfDayMaker maker;
    private final Caller caller;
    private final Clock clock;

    DayResource(PatientCalendar calendar, PlanOfDayMaker maker, Caller caller, Clock clock) {
        this.calendar = calendar;
        this.maker = maker;
        this.caller = caller;
        this.clock = clock;
    }

    /** Shows the plan of a day. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "getPlanOfDay",
            summary = "Show the plan of a day",
            description = "With doses by side in the order of work, and what the catalog says about each exercise. "
                    + "`nothingDueBecause` says why nothing is due.")
    @APIResponse(
            responseCode = "200",
            description = "The plan of the day.",
            content = @Content(schema = @Schema(implementation = PlanOfDay.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`.")
    public PlanOfDay day(
            @PathParam("patientId") String patientId,
            @Parameter(
                            description = "A local date; the patient's today if not given.",
                            schema = @Schema(implementation = LocalDate.class))
                    @QueryParam("date")
                    @Nullable
                    String date,
            @Parameter(
                            description = "Goes by the versions of programs that were known at that time, UTC.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        PatientRef patient = caller.patient(patientId);
        ZoneHistory zones = calendar.zones(patient);
        LocalDate asked = DayQuery.date("date", date);
        Instant known = DayQuery.asOf(asOf);
        LocalDate today = zones.today(clock.instant());
        LocalDate shown = asked == null ? today : asked;
        return maker.make(
                patient.clinic(), calendar.programs(patient, known), new Day(shown, today, zones.zoneOn(shown)));
    }
}
