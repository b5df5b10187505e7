package app.backtrack.program.catalog;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Caution;
import app.backtrack.program.entry.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Says what does not fit together in an entry whose parts are each in order. */
final class EntryRules {
    private EntryRules() {}

    /**
     * Looks through an entry.
     *
     * @param known tells the ids of other entries
     * @return what is wrong, by JSON Pointer; empty if nothing is
     */
    static Map<String, String> flaws(CatalogEntry entry, Predicate<String> known) {
        Map<String, String> flaws = new TreeMap<>();
        if (entry.kind().plannable() && entry.measures().isEmpty()) {
            flaws.put("/measures", "what a plan can hold is measured in some way");
        }
        if (entry.kind().plannable() && entry.sides() == Side.NOT_APPLICABLE) {
            flaws.put("/sides", "what a plan can hold is one-sided, two-sided or not-stated");
        }
        cautions(entry.guidance().cautions(), flaws);
        others("/replaces", entry.replaces(), entry.id(), known, flaws);
        others("/replacedBy", entry.replacedBy(), entry.id(), known, flaws);
        return flaws;
    }

    private static void cautions(List<Caution> cautions, Map<String, String> flaws) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cautions.size(); i++) {
            String pointer = "/guidance/cautions/" + i + "/id";
            if (!seen.add(cautions.get(i).id())) {
                flaws.put(pointer, "must differ from those before it: an override names it");
            }
            if (cautions.get(i).id().equals(Caution.FOR_THIS_PATIENT)) {
                flaws.put(pointer, "is kept for what is set about one patient");
            }
        }
    }

    private static void others(
            String pointer, List<String> ids, String self, Predicate<String> known, Map<String, String> flaws) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).equals(self) || !known.test(ids.get(i))) {
                flaws.put(pointer + "/" + i, "must be the id of another entry of the catalog");
            }
        }
    }
}
