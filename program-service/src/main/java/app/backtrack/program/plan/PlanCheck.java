package app.backtrack.program.plan;

import app.backtrack.events.PatientRef;
import app.backtrack.program.catalog.ClinicCatalog;
import app.backtrack.program.contraindication.PatientContraindications;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Caution;
import app.backtrack.program.item.Misfit;
import app.backtrack.program.item.PlanItem;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares plans with what the clinic's catalog says, and with what is set about the patient. */
@Singleton
public final class PlanCheck {
    private final ClinicCatalog catalog;
    private final PatientContraindications contraindications;

    PlanCheck(ClinicCatalog catalog, PatientContraindications contraindications) {
        this.catalog = catalog;
        this.contraindications = contraindications;
    }

    /**
     * Looks at a plan for a patient.
     *
     * @param startsOn the patient's local date of program day 1
     * @param today the patient's local date
     */
    public PlanFindings look(PatientRef patient, PlanBody plan, LocalDate startsOn, LocalDate today) {
        Map<String, CatalogEntry> entries = catalog.entries(patient.clinic(), ids(plan));
        List<Misfit> misfits = PlanRules.misfits(plan, entries, startsOn);
        if (!misfits.isEmpty()) {
            return new PlanFindings(misfits, List.of(), List.of());
        }
        Map<String, List<Caution>> cautions = cautions(entries, contraindications.cautions(patient, entries.keySet()));
        return new PlanFindings(
                List.of(),
                WarningRules.obstacles(plan, cautions),
                WarningRules.warnings(plan, entries, cautions, today));
    }

    private static Set<String> ids(PlanBody plan) {
        return Stream.concat(
                        plan.items().stream().map(PlanItem::exercise),
                        plan.goals().stream().map(HabitBody::habit))
                .collect(Collectors.toSet());
    }

    private static Map<String, List<Caution>> cautions(
            Map<String, CatalogEntry> entries, Map<String, Caution> ofPatient) {
        Map<String, List<Caution>> cautions = new HashMap<>();
        entries.forEach((id, entry) -> cautions.put(
                id,
                Stream.concat(entry.guidance().cautions().stream(), Stream.ofNullable(ofPatient.get(id)))
                        .toList()));
        return cautions;
    }
}
