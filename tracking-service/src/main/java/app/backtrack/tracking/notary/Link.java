package app.backtrack.tracking.notary;

/**
 * One record in a chain.
 *
 * @param eventId the event's id, to be named where it differs
 * @param digest of the record, 64 hexadecimal digits
 */
record Link(String eventId, String digest) {}
