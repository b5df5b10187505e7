package app.backtrack.program.catalog;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.own.Origin;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry as a clinic's people see it.
 *
 * @param origin whose entry it is
 * @param version from 1; also the entity tag
 * @param hidden whether the clinic does not want it to be offered
 * @param entry what it says
 */
@Schema(name = "CatalogEntry")
public record Listed(
        Origin origin,

        @Schema(description = "Number of this version, from 1; also the ETag.")
        int version,

        @Schema(description = "Whether the clinic does not want it to be offered.")
        boolean hidden,

        @JsonUnwrapped CatalogEntry entry) {

    /** One page of a clinic's catalog, in the order of the ids. */
    @Schema(name = "Catalog")
    record Page(List<Listed> entries) {}
}
