package app.backtrack.events;

/** A fact in the log that speaks of one patient; the data of a CloudEvent, before sealing. */
public sealed interface BacktrackEvent
        permits PatientEvent, ProgramEvent, FactEvent, InsightEvent, AlertEvent, AccessEvent, ErasureEvent {}
