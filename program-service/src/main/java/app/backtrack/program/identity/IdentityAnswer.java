package app.backtrack.program.identity;

import app.backtrack.events.Actor;
import app.backtrack.program.own.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who a patient is. Past versions are not kept. */
@Schema(name = "Identity")
public record IdentityAnswer(
        @Schema(description = "Number of the identity's own version, from 1; also the ETag.")
        int version,

        @Nullable String name,
        @Nullable Integer birthYear,
        List<OwnIdentifier> identifiers,

        @Schema(description = "When it was last changed, UTC.")
        Instant changedAt,

        Actor changedBy) {

    /** A version as the API shows it. */
    public static IdentityAnswer of(Versioned<PatientIdentity> identity) {
        PatientIdentity content = identity.content();
        return new IdentityAnswer(
                identity.number(),
                content.name(),
                content.birthYear(),
                content.identifiers(),
                identity.writtenAt(),
                identity.writtenBy());
    }
}
