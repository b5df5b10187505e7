package app.backtrack.local.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a fact, in any of the forms in which the API takes it.
 *
 * @param kind such as {@code pain-score}
 * @param id client-made
 * @param revision from 1
 * @param date the patient's local date that it speaks of; null for a retraction
 * @param content the body of a PUT; empty for a retraction
 */
record Fact(String kind, UUID id, int revision, @Nullable LocalDate date, Map<String, Object> content) {
    private static final ZoneId ZONE = ZoneId.of(Clinic.ZONE);

    static LocalDate today() {
        return LocalDate.now(Clock.system(ZONE));
    }

    /** A score of the last 24 hours. */
    static Fact score(UUID id, int revision, int points, LocalDate date) {
        return report("pain-score", id, revision, date, Map.of("score", points, "context", "average-24h"));
    }

    static Fact score(int points, LocalDate date) {
        return score(UUID.randomUUID(), 1, points, date);
    }

    /** A score of each of the last days, today's first. */
    static List<Fact> scores(int days) {
        return IntStream.range(0, days)
                .mapToObj(ago -> score(ago, today().minusDays(ago)))
                .toList();
    }

    /** A short session. */
    static Fact session(UUID id, int revision, LocalDate date) {
        Map<String, Object> plank = Map.of(
                "exercise", "side-plank", "sets", List.of(Map.of("side", "left", "holdSeconds", 20)), "effort", 5);
        return report("session", id, revision, date, Map.of("exercises", List.of(plank)));
    }

    static Fact session(LocalDate date) {
        return session(UUID.randomUUID(), 1, date);
    }

    /** A checklist of warning signs with these answered with yes. */
    static Fact screen(LocalDate date, String... positive) {
        return report("red-flag-screen", UUID.randomUUID(), 1, date, Map.of("positive", List.of(positive)));
    }

    /** A flare that lasts. */
    static Fact flare(LocalDate date) {
        Map<String, Object> said = Map.of("hardToTolerate", true, "limitsActivities", true, "affectsMood", false);
        return report("flare", UUID.randomUUID(), 1, date, said);
    }

    /** The total of a questionnaire. */
    static Fact questionnaire(LocalDate date) {
        Map<String, Object> total = Map.of("item", "total", "score", 42);
        return report(
                "questionnaire", UUID.randomUUID(), 1, date, Map.of("questionnaire", "odi", "answers", List.of(total)));
    }

    /** An item of the weekly checklist. */
    static Fact habit(LocalDate date) {
        Map<String, Object> said = Map.of("habit", "chk-posture-resets", "kept", true, "amount", 3);
        return report("habit-check-in", UUID.randomUUID(), 1, date, said);
    }

    /** A sign that was seen. */
    static Fact selfCheck(LocalDate date) {
        Map<String, Object> said = Map.of("check", "sc-shoulder", "seen", true, "side", "left");
        return report("self-check", UUID.randomUUID(), 1, date, said);
    }

    /** A clinician's time. */
    static Fact careTime(LocalDate date) {
        return report("care-time", UUID.randomUUID(), 1, date, Map.of("minutes", 12, "live", true));
    }

    static Fact retraction(String kind, UUID id, int revision) {
        return new Fact(kind, id, revision, null, Map.of());
    }

    private static Fact report(String kind, UUID id, int revision, LocalDate date, Map<String, Object> said) {
        Map<String, Object> content = new LinkedHashMap<>(said);
        content.put("revision", revision);
        content.put("occurredAt", at(date).toString());
        content.put("zone", Clinic.ZONE);
        if (revision > 1) {
            content.put("reason", "wrong-value");
        }
        return new Fact(kind, id, revision, date, content);
    }

    /** Noon, but never ahead of the clock. */
    private static Instant at(LocalDate date) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant noon = date.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
        return noon.isBefore(now) ? noon : now;
    }

    boolean isRetraction() {
        return date == null;
    }

    /** The points of a score, 0 to 10. */
    int points() {
        return (Integer) content.getOrDefault("score", 0);
    }

    /** Its path below the patient, with the query of a retraction. */
    String tail() {
        String query = isRetraction() ? "?revision=" + revision + "&reason=entered-in-error" : "";
        return collection() + "/" + id + query;
    }

    /** Where facts of its kind are, below the patient. */
    String collection() {
        return kind.equals("care-time") ? kind : kind + "s";
    }

    /** Its form in a journal. */
    Map<String, Object> item(UUID patientId) {
        Map<String, Object> item = new LinkedHashMap<>(content);
        item.put("patientId", patientId.toString());
        item.put("kind", kind);
        item.put("id", id.toString());
        if (isRetraction()) {
            item.put("retracted", true);
            item.put("revision", revision);
            item.put("reason", "entered-in-error");
        }
        return item;
    }
}
