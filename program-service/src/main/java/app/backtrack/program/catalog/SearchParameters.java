package app.backtrack.program.catalog;

import app.backtrack.program.entry.Category;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.entry.Side;
import app.backtrack.program.query.Choice;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a request searches the catalog for, as it was sent. */
record SearchParameters(
        @Parameter(description = "Words that all occur in the entry; at most 100 characters.", example = "hip stretch")
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(description = "What sort of thing it is.", schema = @Schema(implementation = Kind.class))
        @QueryParam("kind")
        @Nullable
        String kind,

        @Parameter(description = "What it trains.", schema = @Schema(implementation = Category.class))
        @QueryParam("category")
        @Nullable
        String category,

        @Parameter(description = "Whether it is one-sided.", schema = @Schema(implementation = Side.class))
        @QueryParam("side")
        @Nullable
        String side,

        @Parameter(description = "A part of the body.", example = "hamstrings") @QueryParam("target") @Nullable
        String target,

        @Parameter(description = "Something that it takes.", example = "dumbbell") @QueryParam("equipment") @Nullable
        String equipment,

        @Parameter(
                description = "`true` lists what the clinic has hidden, too.",
                schema = @Schema(implementation = Boolean.class))
        @QueryParam("hidden")
        @Nullable
        String hidden) {
    private static final int MAX_TEXT = 100;

    /**
     * What is asked of each entry.
     *
     * @throws Refusal 422 if a parameter cannot be meant
     */
    EntryFilter filter() {
        return new EntryFilter(
                text("q", q),
                Choice.parameter("kind", kind, Kind.class),
                Choice.parameter("category", category, Category.class),
                Choice.parameter("side", side, Side.class),
                text("target", target),
                text("equipment", equipment));
    }

    /**
     * Whether hidden entries are asked for, too.
     *
     * @throws Refusal 422 if that is neither true nor false
     */
    boolean alsoHidden() {
        return Choice.flag("hidden", hidden);
    }

    private static @Nullable String text(String parameter, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > MAX_TEXT)) {
            throw Refusal.invalid(Flaw.ofParameter(parameter, "must be text of 1 to " + MAX_TEXT + " characters"));
        }
        return text;
    }
}
