package app.backtrack.tracking.checklist;

import java.util.Map;

/**
 * The movement of daily life that an exercise trains. Which exercise trains which is a fact of the catalog that
 * program-service serves ({@code functionalPattern}); the few that its source C names are repeated here, so that no
 * read depends on another service. What a clinic's own entries train is not known here: for these the patient's own
 * check-in speaks.
 */
enum FunctionalPattern {
    CARRY,
    HINGE,
    PUSH_PULL;

    /** By the exercise's id in the catalog. */
    static final Map<String, FunctionalPattern> BY_EXERCISE =
            Map.of("farmers-carry", CARRY, "single-arm-suitcase-deadlift", HINGE, "pallof-press", PUSH_PULL);
}
