package app.backtrack.program.patient;

import app.backtrack.events.PatientRef;
import java.util.Optional;
import java.util.UUID;

/** Knows whether a patient has a program that asks, or may ask again, something of them. */
public interface OpenPrograms {

    /** The patient's active or paused program. */
    Optional<UUID> openProgram(PatientRef patient);
}
