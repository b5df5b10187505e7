package app.backtrack.program.own;

import app.backtrack.events.Actor;
import java.time.Instant;

/**
 * One version of something that a clinic wrote.
 *
 * @param id its id within the clinic
 * @param number from 1; also the entity tag
 * @param content what it says
 * @param writtenAt when it was written, UTC, whole milliseconds
 * @param writtenBy who wrote it
 */
public record Versioned<T>(String id, int number, T content, Instant writtenAt, Actor writtenBy) {}
