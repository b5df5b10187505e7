package app.backtrack.program.prescription;

/**
 * A clinician's decision to prescribe an exercise in spite of a caution.
 *
 * @param exercise its id in the catalog
 * @param caution the caution's id
 * @param because why, at most 500 characters
 */
record CautionOverride(String exercise, String caution, String because) {

    /** Whether it is about the same exercise and caution. */
    boolean isAbout(String otherExercise, String otherCaution) {
        return exercise.equals(otherExercise) && caution.equals(otherCaution);
    }
}
