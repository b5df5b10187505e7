package app.backtrack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings program events of version 1 into the form of version 2. Version 1 knew of each exercise only whether the sides
 * were done separately and how often a week, and of plans neither phases nor habits.
 */
final class PlanUpcast {
    private static final String SIDES = "sides";
    private static final String FREQUENCY = "frequency";

    private PlanUpcast() {}

    /** From version 1; what is not of its form stays as it is. */
    static void fromVersion1(ObjectNode event) {
        if (event.get("plan") instanceof ObjectNode plan) {
            plan.putArray("phases");
            plan.putArray("habits");
            if (plan.get("items") instanceof ArrayNode items) {
                items.forEach(PlanUpcast::item);
            }
        }
    }

    private static void item(JsonNode node) {
        if (node instanceof ObjectNode item) {
            item.remove(SIDES);
            item.remove(FREQUENCY);
            if (item.remove("eachSide") instanceof JsonNode eachSide && eachSide.isBoolean()) {
                item.putObject(SIDES)
                        .put("rule", (eachSide.booleanValue() ? SideRule.EACH : SideRule.TWO_SIDED).wireName());
            }
            if (item.remove("timesPerWeek") instanceof JsonNode times) {
                item.putObject(FREQUENCY)
                        .put("repetition", Repetition.TIMES_PER_WEEK.wireName())
                        .set("times", times);
            }
        }
    }
}
