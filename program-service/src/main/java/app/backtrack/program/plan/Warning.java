package app.backtrack.program.plan;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something about a plan that its prescriber should know; it stands in nobody's way.
 *
 * @param pointer JSON Pointer into the plan
 * @param code what sort of thing it is, for programs
 * @param detail in words
 */
@Schema(name = "PlanWarning")
public record Warning(
        @Schema(description = "JSON Pointer into the plan.", examples = "/items")
        String pointer,

        Code code,

        @Schema(examples = "up to 5 exercises fall on one day in weeks 5 to 12; people manage 2 to 4")
        String detail) {

    /** Names sorts of warnings. */
    @Schema(name = "PlanWarningCode")
    public enum Code implements WireName {
        /** More than four exercises can fall on one day. */
        MANY_EXERCISES("many-exercises"),
        /** Two habits begin in one week. */
        HABITS_TOGETHER("habits-together"),
        /** The exercise has a caution. */
        CAUTION("caution"),
        /** A dose was to be reached on a day that has passed. */
        TARGET_IN_THE_PAST("target-in-the-past");

        private final String wireName;

        Code(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
