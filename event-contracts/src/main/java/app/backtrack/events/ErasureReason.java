package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says why a patient was erased. */
public enum ErasureReason implements WireName {
    /** The patient asked for it. */
    PATIENT_REQUEST("patient-request"),
    /** The patient agrees no longer, and nothing else asks for keeping it. */
    CONSENT_WITHDRAWN("consent-withdrawn"),
    /** The clinic's retention period is over. */
    RETENTION_OVER("retention-over"),
    /** The patient should never have been entered. */
    ENTERED_BY_MISTAKE("entered-by-mistake");

    private final String wireName;

    ErasureReason(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
