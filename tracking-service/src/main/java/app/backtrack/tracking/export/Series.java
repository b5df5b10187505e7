package app.backtrack.tracking.export;

import app.backtrack.events.WireName;

/** Names a table of a patient's reports; docs/export.md says what stands in each. */
enum Series implements WireName {
    PAIN("pain"),
    SESSIONS("sessions"),
    HABITS("habits"),
    QUESTIONNAIRES("questionnaires");

    private final String wireName;

    Series(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
