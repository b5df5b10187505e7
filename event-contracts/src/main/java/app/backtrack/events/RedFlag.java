package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a sign of possible serious disease; the first five point to cauda equina compression, an emergency. */
public enum RedFlag implements WireName {
    BLADDER_OR_BOWEL_CHANGE("bladder-or-bowel-change", true),
    SADDLE_NUMBNESS("saddle-numbness", true),
    WEAKNESS_IN_BOTH_LEGS("weakness-in-both-legs", true),
    SEXUAL_DYSFUNCTION("sexual-dysfunction", true),
    SCIATICA_IN_BOTH_LEGS("sciatica-in-both-legs", true),
    TRAUMA_WITH_FRACTURE_RISK("trauma-with-fracture-risk", false),
    FEVER_OR_FEELING_ILL("fever-or-feeling-ill", false),
    CANCER_HISTORY_WITH_WEIGHT_LOSS("cancer-history-with-weight-loss", false),
    CONSTANT_NIGHT_PAIN("constant-night-pain", false);

    private final String wireName;
    private final boolean caudaEquina;

    RedFlag(String wireName, boolean caudaEquina) {
        this.wireName = wireName;
        this.caudaEquina = caudaEquina;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether a yes calls for emergency advice at once. */
    public boolean caudaEquina() {
        return caudaEquina;
    }
}
