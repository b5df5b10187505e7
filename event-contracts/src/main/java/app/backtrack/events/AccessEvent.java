package app.backtrack.events;

/**
 * Who asked for whose data; topic {@code access-events}. Who and when stand in the envelope, as with every event, and
 * its correlation id is the trace id of the request. Writes are not repeated here: the actor of their own event says
 * who wrote.
 */
public sealed interface AccessEvent extends BacktrackEvent {

    /**
     * Somebody other than the patient asked for the patient's data.
     *
     * @param operation what was asked for: method and path template, such as {@code GET
     *     /v1/patients/{patientId}/progress}, 1 to 200 characters
     * @param outcome what came of it
     */
    record PatientDataRead(String operation, AccessOutcome outcome) implements AccessEvent {

        /** Refuses an operation that is empty or too long to be one. */
        public PatientDataRead {
            Bounds.require("operation", operation.length(), 1, 200);
        }
    }
}
