package app.backtrack.tracking.rule;

import static app.backtrack.tracking.journal.Facts.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.InsightRule;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of all rules, over diaries in which each of them comes up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingOverTimeTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Property(tries = 60)
    void the_order_of_the_facts_and_their_repetition_change_no_insight(
            @ForAll("patients") Patient patient, @ForAll Random random) {
        List<JournalEntry> shuffled = new ArrayList<>(patient.entries());
        shuffled.addAll(patient.entries().subList(0, patient.entries().size() / 2));
        Collections.shuffle(shuffled, random);
        ProgressView replayed = ProgressProjection.foldAll(patient.care(), shuffled);

        for (int day = 6; day <= patient.days(); day += 9) {
            assertThat(At.on(replayed, START.plusDays(day))).isEqualTo(At.on(patient.view(), START.plusDays(day)));
        }
    }

    @Property(tries = 60)
    void facts_that_come_in_batches_end_in_the_same_insights(
            @ForAll("patients") Patient patient, @ForAll Random random) {
        List<JournalEntry> journal = new ArrayList<>();
        ProgressView view = ProgressView.EMPTY.with(patient.care());
        List<JournalEntry> left = new ArrayList<>(patient.entries());
        Collections.shuffle(left, random);
        while (!left.isEmpty()) {
            List<JournalEntry> batch = left.subList(0, Math.min(left.size(), 1 + random.nextInt(8)));
            journal.addAll(batch);
            view = refolded(view, journal, batch);
            batch.clear();
        }

        LocalDate today = START.plusDays(patient.days());
        assertThat(At.on(view, today)).isEqualTo(At.on(patient.view(), today));
    }

    /** Or each day would tell of the same thing anew. */
    @Property(tries = 40)
    void an_insight_that_still_stands_a_day_later_is_the_same_with_the_same_content(
            @ForAll("patients") Patient patient) {
        List<Standing> before = List.of();
        for (int day = 0; day < patient.days(); day++) {
            LocalDate today = START.plusDays(day);
            List<Standing> now = At.on(patient.view(), today);
            for (Standing standing : now) {
                assertThat(standing.since().equals(today) || before.contains(standing))
                        .as("%s on %s", standing, today)
                        .isTrue();
            }
            before = now;
        }
    }

    /** Or the properties above would say little. */
    @Test
    void every_rule_comes_up() {
        Set<InsightRule> seen = EnumSet.noneOf(InsightRule.class);
        for (Patient patient : List.of(
                new Patient("5555555555555555555555555555555555555555555.", true, 3),
                new Patient("88878787767.776.65665665544454443333233221212121212121", false, 40),
                new Patient("33333333334445566788", true, 3),
                new Patient("3333233343343445445455556565", false, 28))) {
            for (int day = 0; day <= patient.days() + 15; day++) {
                At.on(patient.view(), START.plusDays(day)).forEach(standing -> seen.add(standing.rule()));
            }
        }

        seen.add(InsightRule.RED_FLAG); // Stands in StandingRulesTest.
        seen.add(InsightRule.ASYMMETRY_CHANGED); // In AsymmetryRulesTest.
        assertThat(seen).containsExactlyInAnyOrder(InsightRule.values());
    }

    /**
     * Somebody with a program of 12 weeks.
     *
     * @param diary scores as in {@link StandingRulesTest#entries}
     * @param daily whether the exercise is due each day, as against three times a week
     * @param sessions how many of the first days have a session; one in ten days has a flare
     */
    record Patient(String diary, boolean daily, int sessions) {

        int days() {
            return diary.length();
        }

        CareView care() {
            return (daily ? Prescriptions.daily(START) : Prescriptions.threeTimesAWeek(START)).care();
        }

        ProgressView view() {
            return ProgressProjection.foldAll(care(), entries());
        }

        /** Each recorded in the evening of its date. */
        List<JournalEntry> entries() {
            List<JournalEntry> entries = new ArrayList<>();
            StandingRulesTest.entries(diary).forEach(score -> entries.add(score));
            for (int day = 0; day < Math.min(sessions, days()); day++) {
                entries.add(entry(Facts.session(200 + day, 1, START.plusDays(day))));
            }
            for (int day = 9; day < days(); day += 10) {
                entries.add(entry(Facts.flare(300 + day, 1, START.plusDays(day))));
            }
            return entries.stream()
                    .map(entry -> Facts.entry(entry.fact(), evening(entry)))
                    .toList();
        }

        private static Instant evening(JournalEntry entry) {
            LocalDate date = Stream.of(entry.fact())
                    .map(Report.class::cast)
                    .map(Report::localDate)
                    .findFirst()
                    .orElseThrow();
            return date.atTime(18, 0).toInstant(ZoneOffset.UTC);
        }
    }

    private static ProgressView refolded(ProgressView view, List<JournalEntry> journal, List<JournalEntry> batch) {
        Map<String, List<JournalEntry>> read = new TreeMap<>();
        for (String week : new TreeSet<>(ProgressProjection.touchedWeeks(view, batch))) {
            read.put(
                    week,
                    journal.stream()
                            .filter(entry -> entry.week().orElseThrow().equals(week))
                            .toList());
        }
        return ProgressProjection.refold(view, read, List.of());
    }

    /** Five to ten weeks that fall, rise, stay, wander, leap or are thin. */
    @Provide
    Arbitrary<Patient> patients() {
        Arbitrary<String> diaries = Arbitraries.of(
                        "8887878", "7767.77", "6.56656", "4445444", "33.3233", "1212121", "5.5.5..", "......4",
                        "3333899", ".......", "2345678", "4544545", "5556565")
                .list()
                .ofMinSize(5)
                .ofMaxSize(10)
                .map(weeks -> String.join("", weeks));
        return Combinators.combine(
                        diaries,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 60))
                .as(Patient::new);
    }
}
