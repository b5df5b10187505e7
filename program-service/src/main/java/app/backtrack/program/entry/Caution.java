package app.backtrack.program.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What must be known before an entry is prescribed or done.
 *
 * @param id lower-case words joined by hyphens, one of a kind within its entry; an override names it
 * @param level what it does to a plan
 * @param text in words for clinicians and patients, at most 300 characters
 */
@Schema(name = "CatalogCaution")
public record Caution(
        @Schema(description = "An override names it.", examples = "acute-injury")
        String id,

        @Schema(description = "Whether it warns the prescriber or refuses the plan until it is overridden.")
        CautionLevel level,

        String text) {

    /** The id of the caution that a clinician's word about one patient becomes; no entry has it. */
    public static final String FOR_THIS_PATIENT = "for-this-patient";
}
