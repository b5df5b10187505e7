package app.backtrack.program.contraindication;

/**
 * What a clinician said about an exercise and a patient.
 *
 * @param standing what it does now
 * @param because why, at most 500 characters
 */
public record Contraindication(Standing standing, String because) {}
