package app.backtrack.tracking.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code whose threshold in days or minutes is reached; whether it may be billed is for the clinic to judge. */
@Schema(name = "ReachedCode")
record ReachedCode(
        @Schema(examples = "98977") String code,

        @Schema(description = "How many times; 1 but for each further 20 minutes")
        int units) {

    static ReachedCode once(String code) {
        return new ReachedCode(code, 1);
    }

    @Override
    public String toString() {
        return units == 1 ? code : code + "x" + units;
    }
}
