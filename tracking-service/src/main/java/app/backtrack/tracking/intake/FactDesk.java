package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.intake.FactDraft.ReportDraft;
import app.backtrack.tracking.intake.FactDraft.RetractionDraft;
import app.backtrack.tracking.intake.Taking.Refused;
import app.backtrack.tracking.intake.Taking.Taken;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.position.PositionTokens;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the requests that hand in one fact, whatever its kind. */
@Singleton
class FactDesk {
    /** Names what a reader waits for to see this write. */
    static final String POSITION = "Backtrack-Position";

    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,2}|1000");
    private static final int RETRY_TOMORROW_SECONDS = 3600;

    private final Caller caller;
    private final FactIntake intake;
    private final PositionTokens tokens;

    FactDesk(Caller caller, FactIntake intake, PositionTokens tokens) {
        this.caller = caller;
        this.intake = intake;
        this.tokens = tokens;
    }

    /** Reports a fact, or corrects it. */
    CompletionStage<Response> report(String patientId, String id, ReportRequest request) {
        PatientRef patient = caller.patient(patientId);
        return take(patient, new ReportDraft(factId(id), request));
    }

    /** Takes a fact back. */
    CompletionStage<Response> retract(
            FactKind kind, String patientId, String id, @Nullable String revision, @Nullable String reason) {
        PatientRef patient = caller.patient(patientId);
        List<Flaw> flaws = new ArrayList<>();
        if (revision == null || !REVISION.matcher(revision).matches()) {
            flaws.add(Flaw.ofParameter("revision", "must be a whole number from 2 to 1000"));
        }
        AmendmentReason known = reason == null
                ? null
                : WireName.find(AmendmentReason.class, reason).orElse(null);
        if (known == null) {
            flaws.add(Flaw.ofParameter("reason", "must be one of the reasons for amendments"));
        }
        if (revision == null || known == null || !flaws.isEmpty()) {
            throw new Refusal(Refusal.invalidProblem(flaws));
        }
        return take(patient, new RetractionDraft(kind, factId(id), Integer.parseInt(revision), known));
    }

    /** What was taken in. */
    record Receipt(UUID id, int revision, String position) {}

    private CompletionStage<Response> take(PatientRef patient, FactDraft draft) {
        return intake.take(patient, caller.actor(), null, draft).thenApply(taking -> switch (taking) {
            case Taken taken -> accepted(patient, taken.entry());
            case Refused refused -> refused(refused.problem());
        });
    }

    private Response accepted(PatientRef patient, JournalEntry entry) {
        String position = tokens.write(patient.clinic(), Map.of(patient.patient(), List.of(entry)));
        return Response.accepted(new Receipt(entry.fact().id(), entry.fact().revision(), position))
                .header(POSITION, position)
                .build();
    }

    private static Response refused(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == Response.Status.TOO_MANY_REQUESTS.getStatusCode()
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_TOMORROW_SECONDS).build()
                : answer.build();
    }

    private static UUID factId(String id) {
        return FactIds.read(id).orElseThrow(() -> Refusal.invalid(Flaw.ofParameter("id", "must be a UUID")));
    }
}
