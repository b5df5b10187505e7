package app.backtrack.tracking.intake;

import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem;
import app.backtrack.tracking.intake.JournalItem.Label;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one item of a journal request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JournalResult")
public record JournalResult(
        @Schema(description = "The item's place in the request, from 0")
        int index,

        @Nullable String kind,
        @Nullable String id,
        @Nullable Integer revision,
        Status status,
        @Nullable Problem problem,

        @Schema(description = "Whether the same item may be taken when it is sent again later")
        boolean retry) {

    static JournalResult accepted(int index, Label label) {
        return new JournalResult(index, label.kind(), label.id(), label.revision(), Status.ACCEPTED, null, false);
    }

    static JournalResult refused(int index, Label label, Problem problem, boolean retry) {
        return new JournalResult(index, label.kind(), label.id(), label.revision(), Status.REFUSED, problem, retry);
    }

    /** Whether the log has the item. */
    public enum Status implements WireName {
        ACCEPTED("accepted"),
        REFUSED("refused");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
