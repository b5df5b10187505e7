package app.backtrack.program.erasure;

import app.backtrack.events.Actor;
import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.ErasureReason;
import app.backtrack.program.erasure.ErasureReportStore.Report;
import app.backtrack.runtime.register.Erasure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an erasure. */
@Schema(name = "Erasure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureAnswer(
        String patientId,

        @Schema(
                description =
                        "`erasing` until every service has deleted twice: at once, and again when no process can still know"
                                + " the key, some two minutes later. The key is destroyed from the start.",
                enumeration = {"erasing", "erased"})
        String state,

        Instant decidedAt,
        Actor decidedBy,
        @Schema(type = SchemaType.STRING) ErasureReason reason,

        @Schema(description = "What each service deleted so far.")
        List<Deleted> deleted,

        @Schema(
                description =
                        "Signed, once erased: a compact JSON Web Signature over what was deleted where and what stays"
                                + " readable.")
        @Nullable
        String receipt,

        @Schema(
                description = "The public key that the receipt is signed with, a JSON Web Key (Ed25519).",
                type = SchemaType.OBJECT)
        @Nullable
        Map<String, Object> key) {

    static ErasureAnswer erasing(Erasure erasure, List<Report> reports) {
        return of(erasure, reports, "erasing", null, null);
    }

    static ErasureAnswer erased(Erasure erasure, List<Report> reports, String receipt, Map<String, Object> key) {
        return of(erasure, reports, "erased", receipt, key);
    }

    private static ErasureAnswer of(
            Erasure erasure,
            List<Report> reports,
            String state,
            @Nullable String receipt,
            @Nullable Map<String, Object> key) {
        return new ErasureAnswer(
                erasure.patient().patient().toString(),
                state,
                erasure.at(),
                erasure.by(),
                erasure.reason(),
                reports.stream().map(Deleted::of).toList(),
                receipt,
                key);
    }

    /** One time that a service deleted. */
    @Schema(name = "ErasureDeleted")
    record Deleted(
            String service,

            @Schema(description = "1 at once, 2 when no process can still know the key, higher after a restore.")
            int round,

            Instant at,
            List<ErasedPlace> places) {

        private static Deleted of(Report report) {
            return new Deleted(
                    report.content().service(),
                    report.content().round(),
                    report.at(),
                    report.content().places());
        }
    }
}
