package app.backtrack.program.patient;

import app.backtrack.events.PatientRef;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.own.Versioned;

/**
 * A patient as the clinic has them.
 *
 * @param ref the pseudonym and its clinic
 * @param care what the log knows
 * @param identity what it must not know, in its current version
 */
record Patient(PatientRef ref, Care care, Versioned<PatientIdentity> identity) {}
