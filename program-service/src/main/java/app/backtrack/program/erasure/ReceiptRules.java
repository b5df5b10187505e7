package app.backtrack.program.erasure;

import app.backtrack.events.EventJson;
import app.backtrack.program.erasure.ErasureReportStore.Report;
import app.backtrack.runtime.register.Erasure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says when an erasure is complete, and what its receipt states. */
final class ReceiptRules {
    /** Who keeps something about patients: an erasure is complete when each of them has deleted twice. */
    static final List<String> SERVICES = List.of("program-service", "tracking-service", "notification-service");

    private static final int ROUNDS = 2;

    /** What nobody can delete from the log, and what proves that somebody was erased. */
    private static final List<String> STAYS_READABLE = List.of(
            "in the log: clinic, opaque patient id, type, time, actor and id of each event, whose content is sealed with the"
                    + " destroyed key",
            "in the erasure register and in the reports: clinic, opaque patient id, time, reason, who decided, and counts");

    private ReceiptRules() {}

    /** Whether every service has deleted at once, and again when no process could know the key any more. */
    static boolean isComplete(List<Report> reports) {
        Map<String, Set<Integer>> rounds = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.content().service(),
                        Collectors.mapping(report -> report.content().round(), Collectors.toSet())));
        return SERVICES.stream()
                .allMatch(service -> rounds.getOrDefault(service, Set.of()).contains(ROUNDS));
    }

    /** What is signed: canonical JSON, the same whenever it is written from the same reports. */
    static String statement(Erasure erasure, List<Report> reports) {
        Map<String, Object> statement = new TreeMap<>();
        statement.put("clinicId", erasure.patient().clinic().value());
        statement.put("patientId", erasure.patient().patient().toString());
        statement.put("decidedAt", erasure.at().toString());
        statement.put("decidedBy", erasure.by().wireForm());
        statement.put("reason", erasure.reason().wireName());
        statement.put("keyDestroyed", true);
        statement.put("deleted", reports.stream().map(ReceiptRules::deleted).toList());
        statement.put("staysReadable", STAYS_READABLE);
        return new String(EventJson.write(statement), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> deleted(Report report) {
        Map<String, Integer> places = new TreeMap<>();
        report.content().places().forEach(place -> places.merge(place.place(), place.documents(), Integer::sum));
        return new TreeMap<>(Map.of(
                "service", report.content().service(),
                "round", report.content().round(),
                "at", report.at().toString(),
                "documents", places));
    }
}
