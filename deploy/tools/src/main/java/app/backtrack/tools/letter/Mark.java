package app.backtrack.tools.letter;

import java.time.Instant;

/**
 * What was done about a letter.
 *
 * @param how {@code replayed}, {@code fixed} or {@code dismissed}
 * @param at when, UTC
 * @param to where the record lies now, {@code topic/partition/offset}; empty for one that was dismissed
 */
record Mark(String how, Instant at, String to) {}
