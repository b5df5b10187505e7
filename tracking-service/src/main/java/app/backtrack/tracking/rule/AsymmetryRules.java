package app.backtrack.tracking.rule;

import app.backtrack.events.FactKind;
import app.backtrack.events.InsightRule;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.sides.SideChange;
import app.backtrack.tracking.sides.SideChangeRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sides of an exercise compare otherwise than in the two weeks before. Words and no alarm: from at least 3 sessions
 * a side in either span, since one says nothing (side-hold tests vary by 31 % from one to the next), and only where the
 * interval of the change excludes 0. About each exercise by itself.
 */
public final class AsymmetryRules {

    private AsymmetryRules() {}

    static List<Standing> standing(Moment moment) {
        return changed(moment, moment.localDate()).keySet().stream()
                .flatMap(exercise -> moment
                        .since(date -> changed(moment, date).containsKey(exercise))
                        .flatMap(since -> Optional.ofNullable(
                                        changed(moment, since).get(exercise))
                                .map(change -> standing(change, since)))
                        .stream())
                .toList();
    }

    /** The insights that began on a date and not before, which the day before tells. */
    public static Stream<Standing> begun(Moment moment) {
        Set<String> before = changed(moment, moment.localDate().minusDays(1)).keySet();
        return changed(moment, moment.localDate()).values().stream()
                .filter(change -> !before.contains(change.exercise()))
                .map(change -> standing(change, moment.localDate()));
    }

    /** By exercise; of one that is both done and self-checked, or measured in two ways, the first that changed. */
    private static TreeMap<String, SideChange> changed(Moment moment, LocalDate date) {
        Settings settings = moment.settings().on(date);
        return SideChangeRules.of(moment.view(), date, settings.asymmetrySessions(), settings.asymmetryChange())
                .stream()
                .collect(Collectors.toMap(
                        SideChange::exercise, change -> change, (first, second) -> first, TreeMap::new));
    }

    private static Standing standing(SideChange change, LocalDate since) {
        return Standing.of(
                InsightRule.ASYMMETRY_CHANGED,
                since,
                change.exercise(),
                change.stood().word(),
                new Numbers()
                        .points("asymmetryBefore", change.before())
                        .points("asymmetryNow", change.now())
                        .points("change", change.change())
                        .points("changeLower", change.interval().lower())
                        .points("changeUpper", change.interval().upper())
                        .count("sessionsBefore", change.sessionsBefore())
                        .count("sessionsNow", change.sessionsNow())
                        .byName(),
                EvidenceSpan.events(
                        switch (change.source()) {
                            case SESSIONS -> FactKind.SESSION;
                            case SELF_CHECKS -> FactKind.SELF_CHECK;
                        },
                        change.events(),
                        since.minusDays(27),
                        since));
    }
}
