package app.backtrack.runtime.access;

import app.backtrack.events.Actor;

/**
 * Somebody's asking.
 *
 * @param actor who asks
 * @param operation for what, as method and path template
 * @param traceId joins what one request led to: 32 hexadecimal digits
 */
record Access(Actor actor, String operation, String traceId) {}
