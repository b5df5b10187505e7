package app.backtrack.events;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Declares every event by its wire name, so that a renamed class changes nothing outside. A wire name is never reused:
 * an event that old samples cannot be read as gets a new constant and an upcaster in {@link EventCodec}.
 */
public enum EventType {
    PATIENT_ENROLLED("patient-enrolled.v1", PatientEvent.PatientEnrolled.class, Topic.PROGRAM_EVENTS),
    PROGRAM_PRESCRIBED("program-prescribed.v1", ProgramEvent.ProgramPrescribed.class, Topic.PROGRAM_EVENTS),
    PROGRAM_REVISED("program-revised.v1", ProgramEvent.ProgramRevised.class, Topic.PROGRAM_EVENTS),
    PROGRAM_PAUSED("program-paused.v1", ProgramEvent.ProgramPaused.class, Topic.PROGRAM_EVENTS),
    PROGRAM_RESUMED("program-resumed.v1", ProgramEvent.ProgramResumed.class, Topic.PROGRAM_EVENTS),
    PROGRAM_COMPLETED("program-completed.v1", ProgramEvent.ProgramCompleted.class, Topic.PROGRAM_EVENTS),
    PROGRAM_STOPPED("program-stopped.v1", ProgramEvent.ProgramStopped.class, Topic.PROGRAM_EVENTS),
    SESSION_LOGGED("session-logged.v1", SessionEvent.SessionLogged.class, Topic.SESSION_EVENTS),
    SESSION_RETRACTED("session-retracted.v1", SessionEvent.SessionRetracted.class, Topic.SESSION_EVENTS),
    PAIN_SCORE_RECORDED("pain-score-recorded.v1", PainEvent.PainScoreRecorded.class, Topic.PAIN_EVENTS),
    PAIN_SCORE_RETRACTED("pain-score-retracted.v1", PainEvent.PainScoreRetracted.class, Topic.PAIN_EVENTS),
    RED_FLAG_SCREENED("red-flag-screened.v1", PainEvent.RedFlagScreened.class, Topic.PAIN_EVENTS),
    RED_FLAG_SCREEN_RETRACTED(
            "red-flag-screen-retracted.v1", PainEvent.RedFlagScreenRetracted.class, Topic.PAIN_EVENTS),
    INSIGHT_RAISED("insight-raised.v1", InsightEvent.InsightRaised.class, Topic.INSIGHT_EVENTS),
    INSIGHT_WITHDRAWN("insight-withdrawn.v1", InsightEvent.InsightWithdrawn.class, Topic.INSIGHT_EVENTS);

    private static final String PREFIX = "app.backtrack.";
    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

    private final String shortName;
    private final Class<? extends BacktrackEvent> eventClass;
    private final Topic topic;

    EventType(String shortName, Class<? extends BacktrackEvent> eventClass, Topic topic) {
        this.shortName = shortName;
        this.eventClass = eventClass;
        this.topic = topic;
    }

    /** Finds a type by its {@code ce_type}; empty for one that this version does not know. */
    public static Optional<EventType> find(String wireName) {
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

    /** The {@code ce_type}, such as {@code app.backtrack.pain-score-recorded.v1}. */
    public String wireName() {
        return PREFIX + shortName;
    }

    /** The record that holds the opened data. */
    public Class<? extends BacktrackEvent> eventClass() {
        return eventClass;
    }

    /** Where events of this type are published. */
    public Topic topic() {
        return topic;
    }

    /** The {@code ce_dataschema}: describes the data after opening. */
    public URI dataSchema() {
        return URI.create("urn:backtrack:schema:" + shortName);
    }

    /** The class-path resource that holds the JSON Schema of the opened data. */
    public String schemaResource() {
        return "/schemas/" + shortName + ".json";
    }
}
