package app.backtrack.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Declares every event by its wire name, so that a renamed class changes nothing outside. A wire name is never reused:
 * an event that old samples cannot be read as gets a new version, and its former wire name stays beside it with an
 * upcast.
 */
public enum EventType {
    PATIENT_ENROLLED("patient-enrolled.v1", PatientEvent.PatientEnrolled.class, Topic.PROGRAM_EVENTS),
    PATIENT_DISCHARGED("patient-discharged.v1", PatientEvent.PatientDischarged.class, Topic.PROGRAM_EVENTS),
    PATIENT_TIME_ZONE_CHANGED(
            "patient-time-zone-changed.v1", PatientEvent.PatientTimeZoneChanged.class, Topic.PROGRAM_EVENTS),
    THERAPISTS_ASSIGNED("therapists-assigned.v1", PatientEvent.TherapistsAssigned.class, Topic.PROGRAM_EVENTS),
    PATIENT_GOALS_SET("patient-goals-set.v1", PatientEvent.PatientGoalsSet.class, Topic.PROGRAM_EVENTS),
    CONSENT_GIVEN("consent-given.v1", PatientEvent.ConsentGiven.class, Topic.PROGRAM_EVENTS),
    CONSENT_WITHDRAWN("consent-withdrawn.v1", PatientEvent.ConsentWithdrawn.class, Topic.PROGRAM_EVENTS),
    PATIENT_ERASED("patient-erased.v1", PatientEvent.PatientErased.class, Topic.PROGRAM_EVENTS),
    PROGRAM_PRESCRIBED(
            "program-prescribed.v2",
            ProgramEvent.ProgramPrescribed.class,
            Topic.PROGRAM_EVENTS,
            former("program-prescribed.v1", PlanUpcast::fromVersion1)),
    PROGRAM_REVISED(
            "program-revised.v2",
            ProgramEvent.ProgramRevised.class,
            Topic.PROGRAM_EVENTS,
            former("program-revised.v1", PlanUpcast::fromVersion1)),
    PROGRAM_PAUSED(
            "program-paused.v2",
            ProgramEvent.ProgramPaused.class,
            Topic.PROGRAM_EVENTS,
            former("program-paused.v1", PlanUpcast::fromVersion1)),
    PROGRAM_RESUMED(
            "program-resumed.v2",
            ProgramEvent.ProgramResumed.class,
            Topic.PROGRAM_EVENTS,
            former("program-resumed.v1", PlanUpcast::fromVersion1)),
    PROGRAM_COMPLETED(
            "program-completed.v2",
            ProgramEvent.ProgramCompleted.class,
            Topic.PROGRAM_EVENTS,
            former("program-completed.v1", PlanUpcast::fromVersion1)),
    PROGRAM_STOPPED(
            "program-stopped.v2",
            ProgramEvent.ProgramStopped.class,
            Topic.PROGRAM_EVENTS,
            former("program-stopped.v1", PlanUpcast::fromVersion1)),
    CONTRAINDICATION_OVERRIDDEN(
            "contraindication-overridden.v1", ProgramEvent.ContraindicationOverridden.class, Topic.PROGRAM_EVENTS),
    SESSION_LOGGED("session-logged.v1", SessionEvent.SessionLogged.class, Topic.SESSION_EVENTS),
    SESSION_RETRACTED("session-retracted.v1", SessionEvent.SessionRetracted.class, Topic.SESSION_EVENTS),
    HABIT_CHECKED_IN("habit-checked-in.v1", SessionEvent.HabitCheckedIn.class, Topic.SESSION_EVENTS),
    HABIT_CHECK_IN_RETRACTED(
            "habit-check-in-retracted.v1", SessionEvent.HabitCheckInRetracted.class, Topic.SESSION_EVENTS),
    SELF_CHECK_RECORDED("self-check-recorded.v1", SessionEvent.SelfCheckRecorded.class, Topic.SESSION_EVENTS),
    SELF_CHECK_RETRACTED("self-check-retracted.v1", SessionEvent.SelfCheckRetracted.class, Topic.SESSION_EVENTS),
    CARE_TIME_LOGGED("care-time-logged.v1", SessionEvent.CareTimeLogged.class, Topic.SESSION_EVENTS),
    CARE_TIME_RETRACTED("care-time-retracted.v1", SessionEvent.CareTimeRetracted.class, Topic.SESSION_EVENTS),
    PAIN_SCORE_RECORDED("pain-score-recorded.v1", PainEvent.PainScoreRecorded.class, Topic.PAIN_EVENTS),
    PAIN_SCORE_RETRACTED("pain-score-retracted.v1", PainEvent.PainScoreRetracted.class, Topic.PAIN_EVENTS),
    RED_FLAG_SCREENED("red-flag-screened.v1", PainEvent.RedFlagScreened.class, Topic.PAIN_EVENTS),
    RED_FLAG_SCREEN_RETRACTED(
            "red-flag-screen-retracted.v1", PainEvent.RedFlagScreenRetracted.class, Topic.PAIN_EVENTS),
    FLARE_DECLARED("flare-declared.v1", PainEvent.FlareDeclared.class, Topic.PAIN_EVENTS),
    FLARE_RETRACTED("flare-retracted.v1", PainEvent.FlareRetracted.class, Topic.PAIN_EVENTS),
    QUESTIONNAIRE_ANSWERED("questionnaire-answered.v1", PainEvent.QuestionnaireAnswered.class, Topic.PAIN_EVENTS),
    QUESTIONNAIRE_RETRACTED("questionnaire-retracted.v1", PainEvent.QuestionnaireRetracted.class, Topic.PAIN_EVENTS),
    INSIGHT_RAISED("insight-raised.v1", InsightEvent.InsightRaised.class, Topic.INSIGHT_EVENTS),
    INSIGHT_WITHDRAWN("insight-withdrawn.v1", InsightEvent.InsightWithdrawn.class, Topic.INSIGHT_EVENTS),
    ALERT_ACKNOWLEDGED("alert-acknowledged.v1", AlertEvent.AlertAcknowledged.class, Topic.ALERT_EVENTS),
    ALERT_SNOOZED("alert-snoozed.v1", AlertEvent.AlertSnoozed.class, Topic.ALERT_EVENTS),
    ALERT_ASSIGNED("alert-assigned.v1", AlertEvent.AlertAssigned.class, Topic.ALERT_EVENTS),
    ALERT_CLOSED("alert-closed.v1", AlertEvent.AlertClosed.class, Topic.ALERT_EVENTS),
    RED_FLAG_CLOSED("red-flag-closed.v1", AlertEvent.RedFlagClosed.class, Topic.ALERT_EVENTS),
    NOTIFICATION_SENT("notification-sent.v1", AlertEvent.NotificationSent.class, Topic.ALERT_EVENTS),
    NOTIFICATION_FAILED("notification-failed.v1", AlertEvent.NotificationFailed.class, Topic.ALERT_EVENTS),
    PATIENT_DATA_READ("patient-data-read.v1", AccessEvent.PatientDataRead.class, Topic.ACCESS_EVENTS),
    PATIENT_DATA_ERASED("patient-data-erased.v1", ErasureEvent.PatientDataErased.class, Topic.ERASURE_EVENTS);

    private static final Map<String, WireForm<BacktrackEvent>> BY_WIRE_NAME = Arrays.stream(values())
            .flatMap(type -> type.forms().stream())
            .collect(Collectors.toUnmodifiableMap(WireForm::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

    private final WireForm<BacktrackEvent> form;
    private final List<WireForm<BacktrackEvent>> formerForms;
    private final Topic topic;

    EventType(String shortName, Class<? extends BacktrackEvent> eventClass, Topic topic, Former... former) {
        this.form = WireForm.current(shortName, eventClass);
        this.formerForms = Arrays.stream(former)
                .map(one -> WireForm.<BacktrackEvent>former(one.shortName(), eventClass, one.upcast()))
                .toList();
        this.topic = topic;
    }

    private record Former(String shortName, Consumer<ObjectNode> upcast) {}

    private static Former former(String shortName, Consumer<ObjectNode> upcast) {
        return new Former(shortName, upcast);
    }

    /**
     * Finds the form that data was written in by its {@code ce_type}, also one that is written no more; empty for one
     * that this version does not know.
     */
    public static Optional<WireForm<BacktrackEvent>> find(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /**
     * The type of an event.
     *
     * @throws IllegalStateException if the event's record was not declared here
     */
    public static EventType of(BacktrackEvent event) {
        EventType type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " has no wire name");
        }
        return type;
    }

    /** The form that is written today. */
    public WireForm<BacktrackEvent> form() {
        return form;
    }

    /** Every form that is read, today's first. */
    public List<WireForm<BacktrackEvent>> forms() {
        return Stream.concat(Stream.of(form), formerForms.stream()).toList();
    }

    /** The {@code ce_type}, such as {@code app.backtrack.pain-score-recorded.v1}. */
    public String wireName() {
        return form.wireName();
    }

    /** The record that holds the opened data. */
    public Class<? extends BacktrackEvent> eventClass() {
        return form.eventClass();
    }

    /** Where events of this type are published. */
    public Topic topic() {
        return topic;
    }

    /** The {@code ce_dataschema}: describes the data after opening. */
    public URI dataSchema() {
        return form.dataSchema();
    }

    /** The class-path resource that holds the JSON Schema of the opened data. */
    public String schemaResource() {
        return form.schemaResource();
    }
}
