package app.backtrack.program.contraindication;

import app.backtrack.events.WireName;
import app.backtrack.program.entry.CautionLevel;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says what a contraindication does now. */
@Schema(name = "ContraindicationStanding")
public enum Standing implements WireName {
    /** The prescriber is told. */
    WARN("warn", CautionLevel.WARN),
    /** Plans are refused until a clinician overrides it. */
    BLOCK("block", CautionLevel.BLOCK),
    /** It holds no longer. */
    LIFTED("lifted", null);

    private final String wireName;
    private final Optional<CautionLevel> level;

    Standing(String wireName, @Nullable CautionLevel level) {
        this.wireName = wireName;
        this.level = Optional.ofNullable(level);
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** What it does to a plan; empty once it is lifted. */
    Optional<CautionLevel> level() {
        return level;
    }
}
