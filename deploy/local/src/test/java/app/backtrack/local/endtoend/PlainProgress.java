package app.backtrack.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days that progress must show for some facts, reckoned in the plainest way: the highest revision of each fact
 * counts.
 *
 * @param days points summed up, number of scores, number of sessions of each day that has any
 */
record PlainProgress(SortedMap<LocalDate, Day> days) {

    /** Of facts without two contents for one revision. */
    static PlainProgress of(Collection<Fact> facts) {
        Map<String, Fact> counting = new HashMap<>();
        facts.stream()
                .sorted(Comparator.comparingInt(Fact::revision))
                .forEach(fact -> counting.put(fact.kind() + fact.id(), fact));
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        counting.values().forEach(fact -> {
            LocalDate date = fact.date();
            if (date != null) {
                days.merge(date, Day.of(fact), Day::plus);
            }
        });
        return new PlainProgress(days);
    }

    /** What a service shows. */
    static PlainProgress shown(JsonNode progress) {
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        progress.path("days").forEach(day -> {
            int scores = day.path("scores").asInt();
            int points = (int) Math.round(day.path("pain").asDouble() * scores);
            days.put(
                    LocalDate.parse(day.path("date").asText()),
                    new Day(points, scores, day.path("sessions").asInt()));
        });
        return new PlainProgress(days);
    }

    /** Sums of one local date. */
    record Day(int points, int scores, int sessions) {

        static Day of(Fact fact) {
            return switch (fact.kind()) {
                case "pain-score" -> new Day(fact.points(), 1, 0);
                case "session" -> new Day(0, 0, 1);
                default -> new Day(0, 0, 0);
            };
        }

        Day plus(Day other) {
            return new Day(points + other.points, scores + other.scores, sessions + other.sessions);
        }
    }
}
