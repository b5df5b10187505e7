package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a questionnaire; the texts of its questions are not ours to ship. */
public enum Questionnaire implements WireName {
    /**
     * Pain, enjoyment, general activity: three items, 0 to 10; the score is their mean (Krebs et al., J Gen Intern Med
     * 2009;24:733).
     */
    PEG("peg"),
    /**
     * Patient-Specific Functional Scale: each of the patient's own activities, 0 to 10 (Stratford et al., Physiother
     * Can 1995;47:258).
     */
    PSFS("psfs"),
    /** Roland-Morris: 24 statements, each 0 or 1; the score is their sum (Roland and Morris, Spine 1983;8:141). */
    RMDQ("rmdq"),
    /** Oswestry Disability Index: licensed, so only its total in percent is taken. */
    ODI("odi"),
    /** STarT Back: licensed, so only its total, 0 to 9, is taken. */
    START_BACK("start-back");

    private final String wireName;

    Questionnaire(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
