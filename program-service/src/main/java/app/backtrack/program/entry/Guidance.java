package app.backtrack.program.entry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to do it, in words for patients.
 *
 * @param purpose what it is meant for; null where that is not said
 * @param cues what to mind while doing it
 * @param steps what to do one after the other
 * @param toDo what to choose
 * @param toAvoid what to leave
 * @param cautions what a reader must know first
 */
@Schema(name = "CatalogGuidance")
public record Guidance(
        @Nullable String purpose,
        List<String> cues,
        List<String> steps,
        List<String> toDo,
        List<String> toAvoid,
        List<Caution> cautions) {

    /** Keeps copies of the lists. */
    public Guidance {
        cues = List.copyOf(cues);
        steps = List.copyOf(steps);
        toDo = List.copyOf(toDo);
        toAvoid = List.copyOf(toAvoid);
        cautions = List.copyOf(cautions);
    }
}
