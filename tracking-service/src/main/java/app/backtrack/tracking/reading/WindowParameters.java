package app.backtrack.tracking.reading;

import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which days a reader of progress asks for, and what was known when, as it was sent. */
record WindowParameters(
        @Parameter(
                description = "Weeks of the window",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "4", maximum = "12", defaultValue = "6"),
                example = "6")
        @QueryParam("weeks")
        @Nullable
        String weeks,

        @Parameter(description = "The window's last local date; left out, the patient's today", example = "2026-11-20")
        @QueryParam("until")
        @Nullable
        String until,

        @Parameter(
                description = "Shows what was known at that time, UTC; no later day is looked at",
                example = "2026-11-20T18:30:00Z")
        @QueryParam("asOf")
        @Nullable
        String asOf,

        @Parameter(description = "A `Backtrack-Position`: waits up to 2 s until it is applied")
        @QueryParam("after")
        @Nullable
        String after) {

    /**
     * What is asked for.
     *
     * @throws Refusal 422 that names every parameter that cannot be read
     */
    ProgressQuery query() {
        return ProgressQuery.of(weeks, null, until, asOf);
    }
}
