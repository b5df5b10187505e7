package app.backtrack.tracking.rule;

import app.backtrack.events.FactKind;
import app.backtrack.events.InsightRule;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.progress.DayReports.FlareView;
import app.backtrack.tracking.progress.ProgressView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Flares as patients declare them, each from its first day to its last. Never derived from scores: on 68 % of the days
 * that people called a flare, no score lay above their average (n = 126).
 */
final class FlareRules {

    private FlareRules() {}

    static List<Standing> standing(Moment moment) {
        List<Flare> all = flares(moment.view());
        return all.stream()
                .filter(flare -> flare.lastsOn(moment.localDate()))
                .map(flare -> standing(flare, all))
                .toList();
    }

    private record Flare(UUID id, LocalDate began, FlareView said) {

        boolean lastsOn(LocalDate date) {
            LocalDate ended = said.endedOn();
            return !began.isAfter(date) && (ended == null || !ended.isBefore(date));
        }
    }

    private static Standing standing(Flare flare, List<Flare> all) {
        LocalDate dayBefore = flare.began().minusDays(1);
        boolean another = all.stream().anyMatch(other -> other.lastsOn(dayBefore));
        FlareView said = flare.said();
        long yes = Stream.of(said.hardToTolerate(), said.limitsActivities(), said.affectsMood())
                .filter(Boolean::booleanValue)
                .count();
        return Standing.of(
                InsightRule.FLARE,
                flare.began(),
                flare.id().toString(),
                another ? "flare" : "no-flare",
                new Numbers()
                        .count("yes", (int) yes)
                        .count("hardToTolerate", said.hardToTolerate() ? 1 : 0)
                        .count("limitsActivities", said.limitsActivities() ? 1 : 0)
                        .count("affectsMood", said.affectsMood() ? 1 : 0)
                        .byName(),
                EvidenceSpan.fact(FactKind.FLARE, flare.id(), flare.began(), flare.began()));
    }

    private static List<Flare> flares(ProgressView view) {
        List<Flare> flares = new ArrayList<>();
        view.weeks()
                .values()
                .forEach(week -> week.days()
                        .forEach((date, day) ->
                                day.reported().flares().forEach((id, said) -> flares.add(new Flare(id, date, said)))));
        return flares;
    }
}
