package app.backtrack.program.entry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a patient can be asked to do, to mind or to look at.
 *
 * @param id lower-case words joined by hyphens; plans and sessions name it
 * @param kind what sort of thing it is
 * @param name shown to patient and therapist
 * @param category what it trains, or else what it is
 * @param targets parts of the body that it is for, as far as its sources or its name say
 * @param equipment what it takes, as far as its sources or its name say
 * @param sides whether it is one-sided
 * @param sideLogging how we suggest to note the side
 * @param measures in what it may be measured; alternatives
 * @param functionalPattern the movement of daily life that it trains; null where none is named
 * @param dose the dose that it comes with
 * @param guidance how to do it
 * @param replaces ids of entries in whose place it is done
 * @param replacedBy ids of entries that are done in its place
 * @param notPrescribableBecause why it cannot be an item of a plan as it is; null where it can
 * @param sources who describes it
 */
@Schema(name = "CatalogEntryContent")
public record CatalogEntry(
        @Schema(description = "Plans and sessions name it.", examples = "bird-dog")
        String id,

        Kind kind,
        String name,

        @Schema(description = "What it trains, or else what it is.")
        Category category,

        @Schema(description = "Parts of the body, as far as sources or the name say.")
        List<String> targets,

        @Schema(description = "What it takes, as far as sources or the name say.")
        List<String> equipment,

        @Schema(description = "Whether it is one-sided, by its source or its ordinary form.")
        Side sides,

        @Schema(description = "How we suggest to note the side; no source says so.")
        SideLogging sideLogging,

        @Schema(description = "In what it may be measured; alternatives.")
        List<Measure> measures,

        @Schema(description = "The movement of daily life that it trains.") @Nullable
        FunctionalPattern functionalPattern,

        DefaultDose dose,
        Guidance guidance,

        @Schema(description = "Ids of entries in whose place it is done.")
        List<String> replaces,

        @Schema(description = "Ids of entries that are done in its place.")
        List<String> replacedBy,

        @Schema(description = "Why it cannot be an item of a plan as it is; null where it can.") @Nullable
        String notPrescribableBecause,

        @Schema(description = "Who describes it; A, B and C are three public articles.", examples = "[\"A\", \"C\"]")
        List<String> sources) {

    /** What every id looks like. */
    public static final String ID_REGEXP = "[a-z0-9][a-z0-9-]{0,63}";

    /** Keeps copies of the lists. */
    public CatalogEntry {
        targets = List.copyOf(targets);
        equipment = List.copyOf(equipment);
        measures = List.copyOf(measures);
        replaces = List.copyOf(replaces);
        replacedBy = List.copyOf(replacedBy);
        sources = List.copyOf(sources);
    }
}
