package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The dose that an entry comes with. That nobody stated one is a state of its own: we make none up, and a clinician
 * sets it.
 *
 * @param state whether there is one
 * @param amounts what is stated; empty unless the state is {@link State#STATED}
 * @param leftOpen measures for which no number is stated
 * @param frequency how often, where a source says it in words; null otherwise
 * @param source who stated it; null where nothing is stated
 */
@Schema(name = "CatalogDose")
public record DefaultDose(
        State state,
        List<Amount> amounts,

        @Schema(description = "Measures for which no number is stated: a clinician sets them.")
        List<Measure> leftOpen,

        @Schema(examples = "every night") @Nullable String frequency,

        @Schema(description = "The source that states it.") @Nullable
        String source) {

    /** Keeps copies of the lists and refuses a dose that contradicts its state. */
    public DefaultDose {
        if ((state == State.STATED) == amounts.isEmpty()) {
            throw new IllegalArgumentException("a dose has amounts if it is stated, and only then");
        }
        amounts = List.copyOf(amounts);
        leftOpen = List.copyOf(leftOpen);
    }

    /** A dose that a source states, perhaps not for each way in which the entry can be measured. */
    public static DefaultDose stated(
            List<Amount> amounts, List<Measure> measures, @Nullable String frequency, @Nullable String source) {
        // Measures of one entry are alternatives, so a number for one of them leaves nothing open.
        boolean settled = measures.stream()
                .anyMatch(measure ->
                        amounts.stream().anyMatch(amount -> amount.of().measure() == measure));
        List<Measure> leftOpen = settled ? List.of() : dosed(measures);
        return new DefaultDose(State.STATED, amounts, leftOpen, frequency, source);
    }

    /** No dose was stated, for something that has one if it is measured in any way but yes or no. */
    public static DefaultDose none(List<Measure> measures) {
        List<Measure> leftOpen = dosed(measures);
        State state = leftOpen.isEmpty() ? State.NOT_APPLICABLE : State.NOT_STATED;
        return new DefaultDose(state, List.of(), leftOpen, null, null);
    }

    private static List<Measure> dosed(List<Measure> measures) {
        return measures.stream().filter(measure -> measure != Measure.YES_NO).toList();
    }

    /** Whether there is a dose. */
    @Schema(name = "CatalogDoseState")
    public enum State implements WireName {
        STATED("stated"),
        /** It has a dose, and no source says which. */
        NOT_STATED("not-stated"),
        /** It is nothing that has a dose. */
        NOT_APPLICABLE("not-applicable");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
