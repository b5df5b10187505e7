package app.backtrack.notification.preference;

import app.backtrack.events.schedule.ZoneHistory;

/**
 * How somebody wants to be told, with all that follows from their clinic and their home.
 *
 * @param preference what they said, or what was shipped
 * @param home where they are when
 * @param quietHours in force for them; none of no length
 */
public record Wishes(Preference preference, ZoneHistory home, QuietSpan quietHours) {}
