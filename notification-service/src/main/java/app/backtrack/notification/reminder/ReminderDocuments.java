package app.backtrack.notification.reminder;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.EventType;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.WireForm;
import app.backtrack.events.schedule.PlanVersion;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.notification.reminder.ReminderTimes.Checklist;
import app.backtrack.notification.reminder.ReminderTimes.PostureHours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The form in which a patient's reminders are kept. */
final class ReminderDocuments {
    private ReminderDocuments() {}

    static Document write(ReminderTimes times) {
        PostureHours posture = times.posture();
        Checklist checklist = times.checklist();
        return new Document("sessionAt", text(times.sessionAt()))
                .append(
                        "posture",
                        posture == null
                                ? null
                                : new Document("from", text(posture.from()))
                                        .append("until", text(posture.until()))
                                        .append("everyMinutes", posture.everyMinutes()))
                .append(
                        "checklist",
                        checklist == null
                                ? null
                                : new Document("day", checklist.day().name()).append("at", text(checklist.at())))
                .append("nothingLoggedAt", text(times.nothingLoggedAt()));
    }

    /** One version of a program, in the form in which its event was written. */
    static Document write(EventEnvelope<?> event, ProgramEvent program) {
        return new Document("type", event.type().wireName())
                .append("recordedAt", Date.from(event.recordedAt()))
                .append("data", new String(EventJson.write(program), StandardCharsets.UTF_8));
    }

    static ReminderCase read(PatientRef patient, Document found) {
        return new ReminderCase(
                patient,
                latest(found.get("care", new Document()), false) && latest(found.get("consent", new Document()), true),
                programs(found.get("programs", new Document())),
                new Logged(dates(found.get("anything", new Document())), dates(found.get("sessions", new Document()))),
                times(found.getBoolean("on"), found.get("times", Document.class)),
                found.getInteger("timesVersion"),
                found.getInteger("revision"));
    }

    /** By the latest version of the patient's stream that says something about it. */
    private static boolean latest(Document byVersion, boolean otherwise) {
        return byVersion.keySet().stream()
                .max(Comparator.comparingInt(Integer::parseInt))
                .map(byVersion::getBoolean)
                .orElse(otherwise);
    }

    private static List<ProgramHistory> programs(Document programs) {
        List<ProgramHistory> all = new ArrayList<>();
        for (String id : programs.keySet()) {
            Document versions = programs.get(id, Document.class);
            all.add(new ProgramHistory(
                    UUID.fromString(id),
                    versions.values().stream()
                            .map(Document.class::cast)
                            .map(ReminderDocuments::version)
                            .toList()));
        }
        return all;
    }

    private static PlanVersion version(Document stored) {
        WireForm<?> form = EventType.find(stored.getString("type"))
                .orElseThrow(() -> new IllegalStateException("a program is kept in a form that is not known"));
        Instant recordedAt = stored.getDate("recordedAt").toInstant();
        try {
            Object event = form.read(stored.getString("data").getBytes(StandardCharsets.UTF_8));
            return PlanVersion.of((ProgramEvent) event, recordedAt);
        } catch (IOException e) {
            throw new IllegalStateException("a program is kept that cannot be read", e);
        }
    }

    private static Set<LocalDate> dates(Document found) {
        return found.keySet().stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    private static ReminderTimes times(boolean on, @Nullable Document found) {
        if (found == null) {
            return ReminderTimes.SHIPPED;
        }
        Document posture = found.get("posture", Document.class);
        Document checklist = found.get("checklist", Document.class);
        return new ReminderTimes(
                on,
                time(found.getString("sessionAt")),
                posture == null
                        ? null
                        : new PostureHours(
                                LocalTime.parse(posture.getString("from")),
                                LocalTime.parse(posture.getString("until")),
                                posture.getInteger("everyMinutes")),
                checklist == null
                        ? null
                        : new Checklist(
                                DayOfWeek.valueOf(checklist.getString("day")),
                                LocalTime.parse(checklist.getString("at"))),
                time(found.getString("nothingLoggedAt")));
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
