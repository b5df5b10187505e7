package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.Goal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What goals may not be. */
final class GoalRules {

    private GoalRules() {}

    /** What is wrong, by JSON Pointer into the request: an id names one goal or activity. */
    static Map<String, String> flaws(List<Goal> goals, List<Goal> activities) {
        Map<String, String> flaws = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        note(goals, "/goals/", seen, flaws);
        note(activities, "/activities/", seen, flaws);
        return flaws;
    }

    private static void note(List<Goal> goals, String place, Set<UUID> seen, Map<String, String> flaws) {
        for (int i = 0; i < goals.size(); i++) {
            if (!seen.add(goals.get(i).id())) {
                flaws.put(place + i + "/id", "must not be there twice");
            }
        }
    }
}
