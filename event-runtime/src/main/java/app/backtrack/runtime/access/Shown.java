package app.backtrack.runtime.access;

/** Says whose data an operation shows, so that the access log knows whom to note it for. */
public enum Shown {
    /** The data of the patient whom the path names. */
    PATIENT_IN_PATH,
    /** The data of patients whom the resource tells to {@link AccessNotes} before it answers; there may be none. */
    PATIENTS_NAMED,
    /** The data of patients whom the resource notes with an {@link AccessTrail} before it sends each. */
    PATIENTS_STREAMED,
    /** Only what the caller has just written; the actor of that event says who it was. */
    WHAT_WAS_WRITTEN,
    /** Nothing about a patient. */
    NOBODY
}
