package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.JsonFlaws;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.intake.FactDraft.ReportDraft;
import app.backtrack.tracking.intake.FactDraft.RetractionDraft;
import app.backtrack.tracking.intake.JournalBody.RawItem;
import app.backtrack.tracking.intake.JournalItem.Label;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the items of a journal request, each for itself: one that is unfit never hurts the others. */
@Singleton
class JournalItems {
    private static final Set<Role> CLINICIANS = Set.of(Role.THERAPIST, Role.CLINIC_ADMIN);

    private final Caller caller;
    private final ObjectMapper mapper;
    private final Validator validator;

    JournalItems(Caller caller, ObjectMapper mapper, Validator validator) {
        this.caller = caller;
        this.mapper = mapper;
        this.validator = validator;
    }

    /** The members of a retraction beside its names. */
    record RetractionRequest(
            @NotNull @Min(2) @Max(1000) Integer revision,
            @NotNull AmendmentReason reason,
            @NotNull Boolean retracted) {}

    /** Reads one item. */
    JournalItem read(RawItem raw) {
        return switch (raw) {
            case RawItem.Broken broken -> new JournalItem.Unfit(Label.NONE, broken.problem());
            case RawItem.Json json -> read(json.value());
        };
    }

    private JournalItem read(JsonNode value) {
        Label label = Label.of(value);
        try {
            if (!(value instanceof ObjectNode object)) {
                throw Refusal.invalid(Flaw.at("", "must be an object"));
            }
            ObjectNode rest = object.deepCopy();
            PatientRef patient = caller.patient(text(rest, "patientId"));
            FactKind kind = WireName.find(FactKind.class, text(rest, "kind"))
                    .orElseThrow(() -> Refusal.invalid(Flaw.at("/kind", "must be one of the kinds of facts")));
            requireMayReport(kind);
            UUID id =
                    FactIds.read(text(rest, "id")).orElseThrow(() -> Refusal.invalid(Flaw.at("/id", "must be a UUID")));
            return new JournalItem.Ready(label, patient, draft(kind, id, rest));
        } catch (Refusal refusal) {
            return new JournalItem.Unfit(label, refusal.problem());
        } catch (JsonProcessingException e) {
            return new JournalItem.Unfit(label, JsonFlaws.problem(e));
        }
    }

    /** The same that the annotations of {@link CareTimeResource} say. */
    private void requireMayReport(FactKind kind) {
        if (kind == FactKind.CARE_TIME && !CLINICIANS.contains(caller.role())) {
            throw new Refusal(Problem.of(
                    "forbidden", 403, "This token may not do that", "Care time is logged by those who spent it."));
        }
    }

    private FactDraft draft(FactKind kind, UUID id, ObjectNode rest) throws JsonProcessingException {
        if (rest.path("retracted").asBoolean(false)) {
            RetractionRequest request = valid(mapper.treeToValue(rest, RetractionRequest.class));
            return new RetractionDraft(kind, id, request.revision(), request.reason());
        }
        return new ReportDraft(id, valid(mapper.treeToValue(rest, requestType(kind))));
    }

    private static Class<? extends ReportRequest> requestType(FactKind kind) {
        return switch (kind) {
            case PAIN_SCORE -> PainScoreRequest.class;
            case SESSION -> SessionRequest.class;
            case RED_FLAG_SCREEN -> RedFlagScreenRequest.class;
            case FLARE -> FlareRequest.class;
            case QUESTIONNAIRE -> QuestionnaireRequest.class;
            case HABIT_CHECK_IN -> HabitCheckInRequest.class;
            case SELF_CHECK -> SelfCheckRequest.class;
            case CARE_TIME -> CareTimeRequest.class;
        };
    }

    private <T> T valid(T request) {
        List<Flaw> flaws = validator.validate(request).stream()
                .map(violation -> Flaw.at(pointer(violation.getPropertyPath().toString()), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(Flaw::toString))
                .toList();
        if (!flaws.isEmpty()) {
            throw new Refusal(Refusal.invalidProblem(flaws));
        }
        return request;
    }

    /** {@code exercises[0].sets} as {@code /exercises/0/sets}. */
    private static String pointer(String path) {
        return "/" + path.replaceAll("\\.<[^>]*>", "").replace(".", "/").replaceAll("\\[(\\d+)]", "/$1");
    }

    private static String text(ObjectNode item, String name) {
        JsonNode value = item.remove(name);
        if (value == null || !value.isTextual()) {
            throw Refusal.invalid(Flaw.at("/" + name, "must be a string"));
        }
        return value.textValue();
    }
}
