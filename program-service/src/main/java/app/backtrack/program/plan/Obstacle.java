package app.backtrack.program.plan;

/**
 * A caution that blocks an item of a plan until a clinician overrides it.
 *
 * @param pointer JSON Pointer from the plan
 * @param exercise whose caution, by its id in the catalog
 * @param caution which one, by its id
 */
public record Obstacle(String pointer, String exercise, String caution) {}
