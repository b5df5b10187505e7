package app.backtrack.notification.report;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.delivery.DeliveryStore;
import app.backtrack.notification.dispatch.HookMessageStore;
import app.backtrack.notification.report.DeliveryReport.Row;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a clinic what became of everything that was sent for it. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "What became of mails, pushes and webhooks.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class DeliveryReportResource {
    private static final int ROWS = 200;

    private final DeliveryStore deliveries;
    private final HookMessageStore messages;
    private final Caller caller;

    DeliveryReportResource(DeliveryStore deliveries, HookMessageStore messages, Caller caller) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.caller = caller;
    }

    /** Lists deliveries. */
    @GET
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @Operation(
            operationId = "listDeliveries",
            summary = "List what was sent, and what became of it",
            description = "Newest first, at most 200. Without addresses, and without what it was about.")
    @APIResponse(
            responseCode = "200",
            description = "The deliveries.",
            content = @Content(schema = @Schema(implementation = DeliveryReport.class)))
    public DeliveryReport list(
            @Parameter(
                            description = "Only of this channel.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"email", "web-push", "webhook"}))
                    @QueryParam("channel")
                    @Nullable
                    String channel,
            @Parameter(
                            description = "Only in this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"waiting", "claimed", "sent", "failed", "expired", "dropped"
                                            }))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Only what was posted before.", example = "2026-11-20T08:00:00Z")
                    @QueryParam("before")
                    @Nullable
                    String before) {
        ReportQuery query = ReportQuery.of(channel, state, before);
        return new DeliveryReport(query.channels().stream()
                .flatMap(each -> rows(each, caller.clinic(), query))
                .sorted(Comparator.comparing(Row::postedAt).reversed())
                .limit(ROWS)
                .toList());
    }

    private Stream<Row> rows(NotificationChannel channel, ClinicId clinic, ReportQuery query) {
        Instant bound = query.before() == null ? null : query.before().plus(Row.NEWS);
        return switch (channel) {
            case EMAIL, WEB_PUSH ->
                deliveries.page(clinic, channel, query.state(), bound, ROWS).stream()
                        .map(Row::of);
            case INBOX -> Stream.empty();
            case WEBHOOK ->
                messages.page(clinic, query.state(), bound, ROWS).stream().map(Row::of);
        };
    }
}
