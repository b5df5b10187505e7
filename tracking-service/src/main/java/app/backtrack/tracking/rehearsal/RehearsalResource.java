package app.backtrack.tracking.rehearsal;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.projection.ProgressDocument;
import app.backtrack.tracking.projection.ProgressStore;
import app.backtrack.tracking.rehearsal.RehearsalAnswer.PatientDates;
import app.backtrack.tracking.settings.ClinicSettingsBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs a rule dry over a clinic's past, so that its numbers can be chosen before anybody is woken by them. */
@Path("/v1/insight-rehearsals")
@Tag(name = "Insight rules")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Shows(Shown.PATIENTS_NAMED)
public class RehearsalResource {
    /** The latest date that it is anywhere is this many hours ahead of UTC's. */
    private static final int EASTERNMOST_HOURS = 14;

    private final Caller caller;
    private final ClinicSettingsBook settings;
    private final ProgressStore store;
    private final JournalStore journals;
    private final AccessNotes notes;
    private final Clock clock;

    RehearsalResource(
            Caller caller,
            ClinicSettingsBook settings,
            ProgressStore store,
            JournalStore journals,
            AccessNotes notes,
            Clock clock) {
        this.caller = caller;
        this.settings = settings;
        this.store = store;
        this.journals = journals;
        this.notes = notes;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({THERAPIST, CLINIC_ADMIN})
    @Operation(
            operationId = "rehearseInsightRule",
            summary = "Say when a rule would have fired with other numbers",
            description =
                    "Judges each day of the span for a page of patients, by what is known now, beside the numbers "
                            + "in force on each date. Nothing is kept and nobody is told. A page is judged while the caller "
                            + "waits, which can take some seconds for a year; ask on with `next` until there is none.")
    @APIResponse(
            responseCode = "200",
            description = "When it would have fired",
            content = @Content(schema = @Schema(implementation = RehearsalAnswer.class)))
    public RehearsalAnswer rehearse(@NotNull @Valid RehearsalRequest request) {
        request.check(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(EASTERNMOST_HOURS)));
        ClinicId clinic = caller.clinic();
        String therapist = caller.onlyPatientsOf().orElse(request.therapist());
        PatientId after = request.afterPatient();
        List<PatientRef> page = store.patients(clinic, after, request.pageSize());
        List<PatientDates> judged = store.readAll(page).stream()
                .filter(document -> isWanted(document, therapist))
                .map(document -> dates(document, request))
                .toList();
        notes.shows(judged.stream()
                .map(dates -> new PatientRef(clinic, dates.patientId()))
                .toList());
        PatientId next =
                page.size() < request.pageSize() ? null : page.getLast().patient();
        return RehearsalAnswer.of(request, judged.size(), judged, next);
    }

    private static boolean isWanted(ProgressDocument document, @Nullable String therapist) {
        return document.view().care().patient().known()
                && (therapist == null
                        || document.view().care().patient().therapists().contains(therapist));
    }

    private PatientDates dates(ProgressDocument document, RehearsalRequest request) {
        ClinicId clinic = document.patient().clinic();
        Collection<JournalEntry> journal = journal(document, request.rule());
        return new PatientDates(
                document.patient().patient(),
                fired(document, journal, request, settings.byDate(clinic, request::rehearsed)),
                fired(document, journal, request, settings.byDate(clinic)));
    }

    private static List<LocalDate> fired(
            ProgressDocument document,
            Collection<JournalEntry> journal,
            RehearsalRequest request,
            Settings.ByDate numbers) {
        return RehearsalRules.fired(
                request.rule(), document.view(), journal, numbers, request.from(), request.through());
    }

    /** Read only where times of recording count. */
    private Collection<JournalEntry> journal(ProgressDocument document, InsightRule rule) {
        if (rule != InsightRule.SILENCE && rule != InsightRule.LONG_SILENCE) {
            return List.of();
        }
        SortedSet<String> parts = new TreeSet<>(document.folded().keySet());
        parts.add(JournalPart.AMENDMENTS);
        return new ArrayList<>(journals.read(document.patient(), parts).all());
    }
}
