package app.backtrack.program.own;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says whose something is. */
@Schema(name = "Origin")
public enum Origin implements WireName {
    /** Every clinic has it. */
    BUILT_IN("built-in"),
    /** The clinic wrote it. */
    CLINIC("clinic");

    private final String wireName;

    Origin(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
