package app.backtrack.tools.grant;

import static app.backtrack.events.Topic.ACCESS_EVENTS;
import static app.backtrack.events.Topic.ALERT_EVENTS;
import static app.backtrack.events.Topic.CLINIC_EVENTS;
import static app.backtrack.events.Topic.ERASURE_EVENTS;
import static app.backtrack.events.Topic.INSIGHT_EVENTS;
import static app.backtrack.events.Topic.PAIN_EVENTS;
import static app.backtrack.events.Topic.PROGRAM_EVENTS;
import static app.backtrack.events.Topic.SESSION_EVENTS;

import app.backtrack.events.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who comes to the log, and the least that each needs there. Nobody may delete a topic or change one. */
enum Party {
    PROGRAM(
            EnumSet.of(PROGRAM_EVENTS, CLINIC_EVENTS, ERASURE_EVENTS, ACCESS_EVENTS),
            EnumSet.of(INSIGHT_EVENTS, ERASURE_EVENTS),
            EnumSet.of(PROGRAM_EVENTS, CLINIC_EVENTS),
            "program-service",
            "program-service-erasures"),
    TRACKING(
            EnumSet.of(PAIN_EVENTS, SESSION_EVENTS, INSIGHT_EVENTS, ERASURE_EVENTS, ACCESS_EVENTS),
            EnumSet.of(PROGRAM_EVENTS, PAIN_EVENTS, SESSION_EVENTS, ALERT_EVENTS, ACCESS_EVENTS),
            EnumSet.allOf(Topic.class),
            "tracking-service",
            "tracking-service-notary",
            "tracking-service-access"),
    NOTIFICATION(
            EnumSet.of(ALERT_EVENTS, ERASURE_EVENTS, ACCESS_EVENTS),
            EnumSet.of(PROGRAM_EVENTS, PAIN_EVENTS, SESSION_EVENTS, INSIGHT_EVENTS, ALERT_EVENTS),
            EnumSet.of(CLINIC_EVENTS),
            "notification-service",
            "notification-reminders"),
    OPERATOR(EnumSet.allOf(Topic.class), EnumSet.noneOf(Topic.class), EnumSet.allOf(Topic.class));

    /** Of the services' own making, beside the topics of events. */
    private static final String CLOCK_CHECKS = "clock-checks";

    private static final String HANDLED_LETTERS = "dead-letters.handled";

    private final Set<Topic> written;
    private final Set<Topic> handled;
    private final Set<Topic> followed;
    private final List<String> groups;

    /**
     * What one needs.
     *
     * @param written the topics of its events
     * @param handled what it reads as a group: what it cannot read goes to that topic's dead letters
     * @param followed what it only reads
     * @param groups its consumer groups
     */
    Party(Set<Topic> written, Set<Topic> handled, Set<Topic> followed, String... groups) {
        this.written = written;
        this.handled = handled;
        this.followed = followed;
        this.groups = List.of(groups);
    }

    /** The name by which commands call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who it is to the broker where nobody says otherwise. */
    String usualPrincipal() {
        return "User:backtrack-" + word();
    }

    List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            grants.add(topic(topic.topicName(), written.contains(topic), reads(topic)));
            grants.add(topic(topic.deadLetterName(), handled.contains(topic) || this == OPERATOR, this == OPERATOR));
        }
        grants.add(topic(CLOCK_CHECKS, true, false));
        if (this == OPERATOR) {
            grants.add(topic(HANDLED_LETTERS, true, true));
            grants.add(new Grant(group("*"), EnumSet.of(AclOperation.READ)));
        }
        groups.forEach(name -> grants.add(new Grant(group(name), EnumSet.of(AclOperation.READ))));
        return grants;
    }

    private boolean reads(Topic topic) {
        return Stream.of(handled, followed).anyMatch(topics -> topics.contains(topic));
    }

    /** Each service makes the topics that are missing, and compares all of them with what they have to be. */
    private static Grant topic(String name, boolean writes, boolean reads) {
        EnumSet<AclOperation> operations =
                EnumSet.of(AclOperation.CREATE, AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS);
        if (writes) {
            operations.add(AclOperation.WRITE);
        }
        if (reads) {
            operations.add(AclOperation.READ);
        }
        return new Grant(new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL), operations);
    }

    private static ResourcePattern group(String name) {
        return new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL);
    }
}
