package app.backtrack.program.patient;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says whether a patient is in the clinic's care. */
@Schema(
        name = "CareStatus",
        enumeration = {"enrolled", "discharged"})
enum CareStatus implements WireName {
    ENROLLED("enrolled"),
    /** Nothing is due and nobody is reminded; what happened before may still be logged. */
    DISCHARGED("discharged");

    private final String wireName;

    CareStatus(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
