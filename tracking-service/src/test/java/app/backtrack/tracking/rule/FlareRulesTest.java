package app.backtrack.tracking.rule;

import static app.backtrack.tracking.journal.Facts.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link Facts#flare} lasts three days, is hard to tolerate and limits activities. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlareRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void a_flare_stands_from_its_first_day_to_its_last() {
        ProgressView view = view(entry(Facts.flare(1, 1, DAY)));

        assertThat(flares(view, DAY.minusDays(1))).isEmpty();
        assertThat(flares(view, DAY)).hasSize(1);
        assertThat(flares(view, DAY.plusDays(2))).isEqualTo(flares(view, DAY));
        assertThat(flares(view, DAY.plusDays(3))).isEmpty();
    }

    @Test
    void it_says_what_the_patient_said_of_it() {
        List<JournalEntry> entries = List.of(entry(Facts.flare(1, 1, DAY)), entry(Facts.flare(1, 2, DAY)));
        Standing flare = flares(view(entries.toArray(JournalEntry[]::new)), DAY).getFirst();

        assertThat(flare.insightId()).isEqualTo("flare/1/2026-09-01/" + Facts.id(1));
        assertThat(flare.severity()).isEqualTo(Severity.HIGH);
        assertThat(flare.before()).isEqualTo("no-flare");
        assertThat(flare.numbers())
                .isEqualTo(new TreeMap<>(Map.of(
                        "yes", BigDecimal.valueOf(2),
                        "hardToTolerate", BigDecimal.ONE,
                        "limitsActivities", BigDecimal.ONE,
                        "affectsMood", BigDecimal.ZERO)));
        assertThat(At.evidence(flare, entries)).containsExactly("flare/" + Facts.id(1) + "/2");
    }

    @Test
    void several_flares_are_told_apart() {
        ProgressView view = view(entry(Facts.flare(1, 1, DAY)), entry(Facts.flare(2, 1, DAY.plusDays(1))));

        assertThat(flares(view, DAY.plusDays(1)))
                .extracting(Standing::before)
                .containsExactlyInAnyOrder("no-flare", "flare");
    }

    private static List<Standing> flares(ProgressView view, LocalDate date) {
        return At.on(InsightRule.FLARE, view, date);
    }

    private static ProgressView view(JournalEntry... entries) {
        return ProgressProjection.foldAll(CareView.EMPTY, List.of(entries));
    }
}
