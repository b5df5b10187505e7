package app.backtrack.tracking.reading;

import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which day a reader asks for, and what was known when, as it was sent. */
record DateParameters(
        @Parameter(
                description = "The local date that is looked back from; left out, the patient's today",
                example = "2026-11-20")
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
        return ProgressQuery.of(null, null, until, asOf);
    }
}
