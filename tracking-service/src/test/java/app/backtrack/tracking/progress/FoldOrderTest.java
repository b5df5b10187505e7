package app.backtrack.tracking.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PainContext;
import app.backtrack.events.RedFlag;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Few facts, few dates in four weeks and up to three revisions, so that corrections before originals, moves across
 * weeks and back, retractions, restorations and conflicts of first revisions across weeks come up in nearly every try.
 */
class FoldOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Property(tries = 200)
    void any_order_any_batches_and_any_repetition_end_in_the_same_bytes(
            @ForAll("entries") List<JournalEntry> entries, @ForAll Random random) {
        String expected = json(PlainFold.of(entries));

        assertThat(json(delivered(entries, random))).isEqualTo(expected);
        assertThat(json(delivered(entries, random))).isEqualTo(expected);
        assertThat(json(ProgressProjection.foldAll(CareView.EMPTY, shuffled(entries, random))))
                .isEqualTo(expected);
    }

    @Property(tries = 150)
    void a_service_killed_between_journal_and_fold_ends_in_the_same_bytes_after_redelivery(
            @ForAll("entries") List<JournalEntry> entries, @ForAll Random random) {
        JournalModel journal = new JournalModel();
        List<List<JournalEntry>> lost = new ArrayList<>();
        for (List<JournalEntry> batch : batches(shuffled(entries, random), random)) {
            if (random.nextInt(3) == 0) {
                journal.journalOnly(batch);
                lost.add(batch);
            } else {
                journal.deliver(batch);
            }
        }
        Collections.shuffle(lost, random);
        lost.forEach(journal::deliver);

        assertThat(json(journal.view())).isEqualTo(json(PlainFold.of(entries)));
    }

    @Property(tries = 100)
    void a_part_of_the_journal_folds_alike_together_with_the_weeks_that_it_is_linked_with(
            @ForAll("entries") List<JournalEntry> entries, @ForAll("dates") LocalDate date) {
        ProgressView whole = PlainFold.of(entries);
        String wanted = IsoWeek.of(date);
        var linked = ProgressProjection.linkedWeeks(whole, List.of(wanted));
        List<JournalEntry> part = entries.stream()
                .filter(entry -> entry.amends() || linked.contains(entry.week().orElseThrow()))
                .toList();

        assertThat(ProgressProjection.foldAll(CareView.EMPTY, part).weeks().get(wanted))
                .isEqualTo(whole.weeks().get(wanted));
    }

    /** Delivers everything, and some of it twice. */
    private static ProgressView delivered(List<JournalEntry> entries, Random random) {
        List<JournalEntry> all = new ArrayList<>(entries);
        entries.stream().filter(entry -> random.nextBoolean()).forEach(all::add);
        JournalModel journal = new JournalModel();
        batches(shuffled(all, random), random).forEach(journal::deliver);
        return journal.view();
    }

    private static List<JournalEntry> shuffled(List<JournalEntry> entries, Random random) {
        List<JournalEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<List<JournalEntry>> batches(List<JournalEntry> entries, Random random) {
        List<List<JournalEntry>> batches = new ArrayList<>();
        for (int from = 0; from < entries.size(); ) {
            int to = Math.min(entries.size(), from + 1 + random.nextInt(4));
            batches.add(entries.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static String json(ProgressView view) {
        return new String(EventJson.write(view), UTF_8);
    }

    @Provide
    Arbitrary<List<JournalEntry>> entries() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 5);
        return Combinators.combine(facts(), seconds)
                .as((fact, late) -> Facts.entry(fact, Facts.RECORDED.plusSeconds(late)))
                .list()
                .ofMaxSize(24);
    }

    private Arbitrary<FactEvent> facts() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(1, 4);
        Arbitrary<Integer> revisions = Arbitraries.of(1, 1, 1, 2, 2, 3);
        Arbitrary<Integer> points = Arbitraries.integers().between(0, 10);
        Arbitrary<PainContext> contexts = Arbitraries.of(PainContext.AVERAGE_24H, PainContext.NOW);
        Arbitrary<FactEvent> scores =
                Combinators.combine(ids, revisions, dates(), contexts, points).as(Facts::score);
        Arbitrary<FactEvent> sessions =
                Combinators.combine(ids, revisions, dates()).as(Facts::session);
        Arbitrary<FactEvent> screens = Combinators.combine(
                        ids,
                        revisions,
                        dates(),
                        Arbitraries.of(RedFlag.class).array(RedFlag[].class).ofMaxSize(2))
                .as(Facts::screen);
        Arbitrary<FactEvent> retractions = Combinators.combine(ids, revisions).as(Facts::scoreRetracted);
        Arbitrary<FactEvent> flares =
                Combinators.combine(ids, revisions, dates()).as(Facts::flare);
        Arbitrary<FactEvent> habits = Combinators.combine(ids, revisions, dates(), Arbitraries.of(true, false))
                .as(Facts::habit);
        return Arbitraries.frequencyOf(
                Tuple.of(6, scores),
                Tuple.of(2, sessions),
                Tuple.of(1, screens),
                Tuple.of(1, flares),
                Tuple.of(1, habits),
                Tuple.of(2, retractions));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.of(0, 1, 7, 8, 14, 21).map(FIRST::plusDays);
    }
}
