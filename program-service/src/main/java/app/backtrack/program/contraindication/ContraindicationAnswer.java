package app.backtrack.program.contraindication;

import app.backtrack.events.Actor;
import app.backtrack.program.own.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contraindication in one of its versions. */
@Schema(name = "Contraindication")
record ContraindicationAnswer(
        @Schema(description = "Id of the exercise in the catalog.", examples = "deadlift")
        String exercise,

        @Schema(description = "Number of this version, from 1; also the ETag.")
        int version,

        Standing standing,
        String because,

        @Schema(description = "When it was set, UTC.") Instant setAt,
        Actor setBy) {

    static ContraindicationAnswer of(Versioned<Contraindication> version) {
        return new ContraindicationAnswer(
                version.id().substring(version.id().indexOf('/') + 1),
                version.number(),
                version.content().standing(),
                version.content().because(),
                version.writtenAt(),
                version.writtenBy());
    }

    /** All of a patient's, lifted ones included, in the order of the exercises' ids. */
    @Schema(name = "Contraindications")
    record Listing(List<ContraindicationAnswer> contraindications) {}
}
