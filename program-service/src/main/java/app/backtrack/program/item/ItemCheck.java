package app.backtrack.program.item;

import app.backtrack.events.ClinicId;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.program.catalog.ClinicCatalog;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.ItemRules.Misfit;
import app.backtrack.runtime.http.Problem.Flaw;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares the items of plans with the catalog of the clinic. */
@Singleton
public final class ItemCheck {
    private final ClinicCatalog catalog;

    ItemCheck(ClinicCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What does not fit.
     *
     * @param pointer JSON Pointer to the list of items in the request
     */
    public List<Flaw> flaws(ClinicId clinic, List<PlannedExercise> items, String pointer) {
        Map<String, CatalogEntry> entries = catalog.entries(
                clinic, items.stream().map(PlannedExercise::exercise).collect(Collectors.toSet()));
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PlannedExercise item = items.get(i);
            for (Misfit misfit : ItemRules.misfits(item, entries.get(item.exercise()))) {
                flaws.add(Flaw.at(pointer + "/" + i + "/" + misfit.member(), misfit.reason()));
            }
        }
        return flaws;
    }
}
