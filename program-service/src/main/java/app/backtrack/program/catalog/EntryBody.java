package app.backtrack.program.catalog;

import app.backtrack.program.FreeText;
import app.backtrack.program.entry.Amount;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Category;
import app.backtrack.program.entry.Caution;
import app.backtrack.program.entry.CautionLevel;
import app.backtrack.program.entry.DefaultDose;
import app.backtrack.program.entry.FunctionalPattern;
import app.backtrack.program.entry.Guidance;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.entry.Measure;
import app.backtrack.program.entry.Side;
import app.backtrack.program.entry.SideLogging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as somebody writes it: the body of a request, and the form of our own. A list left out is empty. */
@Schema(name = "CatalogEntryBody")
record EntryBody(
        @NotNull Kind kind,

        @Schema(examples = "Hip hinge with a stick")
        @NotNull
        @Size(max = 120)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String name,

        @NotNull Category category,

        @Schema(description = "Parts of the body, lower-case words joined by hyphens.", examples = "[\"hamstrings\"]")
        @Size(max = 10)
        @Nullable
        List<@NotNull @Pattern(regexp = CatalogEntry.ID_REGEXP) String> targets,

        @Schema(description = "Lower-case words joined by hyphens.", examples = "[\"dumbbell\"]")
        @Size(max = 10)
        @Nullable
        List<@NotNull @Pattern(regexp = CatalogEntry.ID_REGEXP) String> equipment,

        @NotNull Side sides,

        @NotNull SideLogging sideLogging,

        @Schema(description = "In what it may be measured; alternatives.") @Size(max = 6) @Nullable
        List<@NotNull Measure> measures,

        @Nullable FunctionalPattern functionalPattern,

        @Schema(description = "The dose that somebody stated; left out where nobody did.") @Valid @Nullable
        StatedDose dose,

        @Valid @Nullable Words guidance,

        @Schema(description = "Ids of entries in whose place it is done.") @Size(max = 20) @Nullable
        List<@NotNull @Pattern(regexp = CatalogEntry.ID_REGEXP) String> replaces,

        @Schema(description = "Ids of entries that are done in its place.") @Size(max = 20) @Nullable
        List<@NotNull @Pattern(regexp = CatalogEntry.ID_REGEXP) String> replacedBy,

        @Schema(description = "Why it cannot be an item of a plan as it is; left out where it can.")
        @Size(max = 300)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String notPrescribableBecause,

        @Schema(description = "Who describes it.") @Size(max = 10) @Nullable
        List<@NotNull @Size(max = 200) @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE) String> sources) {

    /** The entry that the body describes. */
    CatalogEntry entry(String id) {
        List<Measure> ways = given(measures);
        return new CatalogEntry(
                id,
                kind,
                name,
                category,
                given(targets),
                given(equipment),
                sides,
                sideLogging,
                ways,
                functionalPattern,
                dose == null
                        ? DefaultDose.none(ways)
                        : DefaultDose.stated(dose.amounts(), ways, dose.frequency(), dose.source()),
                guidance == null ? Words.NONE.guidance() : guidance.guidance(),
                given(replaces),
                given(replacedBy),
                notPrescribableBecause,
                given(sources));
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** A dose, and who stated it. */
    @Schema(name = "CatalogDoseBody")
    record StatedDose(
            @NotNull @Size(min = 1, max = 12) List<@NotNull Amount> amounts,

            @Schema(description = "How often, in words.", examples = "every other day")
            @Size(max = 200)
            @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
            @Nullable
            String frequency,

            @Schema(description = "Who states it.")
            @Size(max = 200)
            @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
            @Nullable
            String source) {}

    /** How to do it. */
    @Schema(name = "CatalogGuidanceBody")
    record Words(
            @Schema(description = "What it is meant for.")
            @Size(max = 300)
            @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
            @Nullable
            String purpose,

            @Schema(description = "What to mind.") @Size(max = 12) @Nullable
            List<@NotNull @Size(max = 300) @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE) String> cues,

            @Schema(description = "What to do one after the other.") @Size(max = 12) @Nullable
            List<@NotNull @Size(max = 300) @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE) String> steps,

            @Schema(description = "What to choose.") @Size(max = 12) @Nullable
            List<@NotNull @Size(max = 300) @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE) String> toDo,

            @Schema(description = "What to leave.") @Size(max = 12) @Nullable
            List<@NotNull @Size(max = 300) @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE) String>
                    toAvoid,

            @Schema(description = "What must be known first; ids differ.") @Size(max = 12) @Nullable
            List<@NotNull @Valid CautionBody> cautions) {
        private static final Words NONE = new Words(null, null, null, null, null, null);

        private Guidance guidance() {
            return new Guidance(purpose, given(cues), given(steps), given(toDo), given(toAvoid), known());
        }

        private List<Caution> known() {
            return given(cautions).stream()
                    .map(caution -> new Caution(caution.id(), caution.level(), caution.text()))
                    .toList();
        }
    }

    /** A caution, and what it does to plans. */
    @Schema(name = "CatalogCautionBody")
    record CautionBody(
            @Schema(description = "Overrides name it.", examples = "acute-injury")
            @NotNull
            @Pattern(regexp = CatalogEntry.ID_REGEXP)
            String id,

            @NotNull CautionLevel level,

            @Schema(examples = "Not within six weeks of an injury")
            @NotNull
            @Size(max = 300)
            @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
            String text) {}
}
