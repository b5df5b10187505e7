package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One set of facts reaches several patients in different ways; what they show must not tell which way it was. */
@EndToEnd
class SameFactsIT {
    private static final long SEED = 20261120;
    private static final int DAYS = 35;

    private final Clinic clinic;
    private final LocalDate today = Fact.today();

    SameFactsIT(LocalSystem system) {
        this.clinic = Clinic.open(system);
    }

    @Test
    void progress_does_not_tell_in_which_order_and_how_often_facts_came() {
        Random random = new Random(SEED);
        List<Fact> facts = facts(random);
        List<Fact> shuffled = shuffled(facts, random);
        List<Fact> twice =
                shuffled(Stream.of(facts, facts).flatMap(List::stream).toList(), random);
        Patient inOrder = patient();
        Patient asJournal = patient();
        Patient backwards = patient();
        Patient doubled = patient();

        List<JsonNode> progress = List.of(
                inOrder.progressAfter(inOrder.sendAll(facts), 12),
                asJournal.progressAfter(asJournal.sendJournal(shuffled), 12),
                backwards.progressAfter(backwards.sendAll(facts.reversed()), 12),
                doubled.progressAfter(doubled.sendJournal(twice), 12));

        assertThat(PlainProgress.shown(progress.getFirst())).isEqualTo(PlainProgress.of(facts));
        assertThat(progress.stream().map(SameFactsIT::withoutIds).distinct()).hasSize(1);
        assertThat(Stream.of(inOrder, asJournal, backwards, doubled)
                        .map(SameFactsIT::timeline)
                        .distinct())
                .singleElement()
                .satisfies(entries -> assertThat(entries).hasSize(facts.size()));
    }

    @Test
    void of_two_contents_for_one_revision_the_same_one_counts_whichever_came_first() {
        UUID id = UUID.randomUUID();
        List<Fact> one = List.of(Fact.score(id, 1, 3, today.minusDays(1)), Fact.score(id, 1, 9, today.minusDays(9)));
        Patient first = patient();
        Patient second = patient();

        JsonNode shown = first.progressAfter(first.sendAll(one), 4);
        JsonNode other = second.progressAfter(second.sendAll(one.reversed()), 4);

        assertThat(withoutIds(shown)).isEqualTo(withoutIds(other));
        assertThat(shown.path("scoredDays").asInt()).isEqualTo(1);
        assertThat(first.timeline())
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry.path("conflict").asBoolean()).isTrue());
        assertThat(timeline(first)).isEqualTo(timeline(second));
    }

    /** Scores and sessions; some are corrected, moved to another week, taken back, or taken back and restored. */
    private List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        IntStream.range(0, DAYS).forEach(ago -> {
            LocalDate date = today.minusDays(ago);
            UUID id = UUID.randomUUID();
            facts.add(Fact.score(id, 1, random.nextInt(11), date));
            switch (ago % 7) {
                case 1 -> facts.add(Fact.score(id, 2, random.nextInt(11), date));
                case 2 -> facts.add(Fact.score(id, 3, random.nextInt(11), date.minusDays(10)));
                case 3 -> facts.add(Fact.retraction("pain-score", id, 2));
                case 4 -> {
                    facts.add(Fact.retraction("pain-score", id, 2));
                    facts.add(Fact.score(id, 3, random.nextInt(11), date));
                }
                case 5 -> facts.add(Fact.session(date));
                default -> facts.add(Fact.score(random.nextInt(11), date));
            }
        });
        return facts;
    }

    private Patient patient() {
        return clinic.enrolWithProgram(today.minusDays(40));
    }

    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static String withoutIds(JsonNode progress) {
        ObjectNode copy = progress.deepCopy();
        copy.remove("patientId");
        ((ObjectNode) copy.path("program")).remove("programId");
        return copy.toString();
    }

    /** What the timeline says, without when it was taken in. */
    private static TreeSet<String> timeline(Patient patient) {
        TreeSet<String> entries = new TreeSet<>();
        for (JsonNode entry : patient.timeline()) {
            ObjectNode copy = entry.deepCopy();
            copy.remove("recordedAt");
            assertThat(entries.add(copy.toString())).as("only once: %s", copy).isTrue();
        }
        return entries;
    }
}
