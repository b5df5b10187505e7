package app.backtrack.events;

/**
 * Marks events that speak of a patient and still are not sealed, because they are about the end of the patient's key.
 * They hold nothing but what may stay readable for good.
 */
public sealed interface UnsealedEvent permits PatientEvent.PatientErased, ErasureEvent.PatientDataErased {}
