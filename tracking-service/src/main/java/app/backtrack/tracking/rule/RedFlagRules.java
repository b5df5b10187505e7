package app.backtrack.tracking.rule;

import app.backtrack.events.FactKind;
import app.backtrack.events.InsightRule;
import app.backtrack.events.RedFlag;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.progress.ProgressView;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Red flags: a positive screen stands until a clinician closes it, so facts never end it. */
final class RedFlagRules {

    private RedFlagRules() {}

    static List<Standing> standing(ProgressView view) {
        Map<UUID, TreeMap<LocalDate, List<RedFlag>>> screens = new TreeMap<>();
        view.weeks()
                .values()
                .forEach(week -> week.days()
                        .forEach((date, day) -> day.reported()
                                .screens()
                                .forEach((screen, signs) -> screens.computeIfAbsent(screen, any -> new TreeMap<>())
                                        .put(date, signs))));
        return screens.entrySet().stream()
                .filter(screen -> !view.care().closed(screen.getKey()))
                .map(screen -> redFlag(screen.getKey(), screen.getValue()))
                .sorted(Comparator.comparing(Standing::since).thenComparing(Standing::insightId))
                .toList();
    }

    private static Standing redFlag(UUID screen, TreeMap<LocalDate, List<RedFlag>> dates) {
        LocalDate date = dates.firstKey();
        List<RedFlag> signs = dates.firstEntry().getValue();
        int caudaEquina = (int) signs.stream().filter(RedFlag::caudaEquina).count();
        return Standing.of(
                InsightRule.RED_FLAG,
                date,
                screen.toString(),
                null,
                Numbers.ofRedFlags(signs.size(), caudaEquina),
                EvidenceSpan.fact(FactKind.RED_FLAG_SCREEN, screen, date, dates.lastKey()));
    }
}
