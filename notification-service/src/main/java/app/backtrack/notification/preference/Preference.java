package app.backtrack.notification.preference;

import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param language in which language
 * @param zone where they are; null for a patient's home, or where the clinic is
 * @param quietHours when they are told nothing that can wait, by their wall clock; null for as their clinic set it
 * @param off what they do not want to be told by which channel
 * @param perDay the most messages of a day by their calendar, red flags aside, 1 to 50
 * @param digestHour at which hour they want all at once what can wait, 0 to 23; null for each as it comes
 */
public record Preference(
        Language language,
        @Nullable ZoneId zone,
        @Nullable QuietSpan quietHours,
        Set<Switch> off,
        int perDay,
        @Nullable Integer digestHour) {
    /** The least that somebody can ask for. */
    public static final int MIN_PER_DAY = 1;

    /** The most that somebody can ask for. */
    public static final int MAX_PER_DAY = 50;

    /** More than a clinician acts on in a day comes as a list. */
    private static final int CLINICIANS_PER_DAY = 20;

    /** Leaves room for a reminder every two or three waking hours beside the day's session. */
    private static final int PATIENTS_PER_DAY = 8;

    /**
     * A kind by a channel.
     *
     * @param kind what
     * @param channel e-mail or web push
     */
    public record Switch(NoticeKind kind, NotificationChannel channel) {}

    /** Keeps a copy of the set. */
    public Preference {
        off = Set.copyOf(off);
    }

    /** What holds for somebody who never said anything. */
    public static Preference shipped(Recipient recipient) {
        int perDay = recipient instanceof Recipient.Patient ? PATIENTS_PER_DAY : CLINICIANS_PER_DAY;
        return new Preference(Language.ENGLISH, null, null, Set.of(), perDay, null);
    }

    /** Whether a kind may be told by a channel; red flags always. */
    public boolean allows(NoticeKind kind, NotificationChannel channel) {
        return kind.passesEverything() || !off.contains(new Switch(kind, channel));
    }

    /** The same with other switches. */
    Preference with(Set<Switch> others) {
        return new Preference(language, zone, quietHours, others, perDay, digestHour);
    }
}
