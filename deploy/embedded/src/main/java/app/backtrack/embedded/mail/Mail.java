package app.backtrack.embedded.mail;

/**
 * One delivered mail, as it is shown.
 *
 * @param file the name of the file that holds the whole of it
 * @param receivedAt when it came in, an instant in UTC
 * @param messageId its Message-ID with the angle brackets, or empty
 * @param from its sender's addresses
 * @param to who it was sent to
 * @param subject its subject, decoded
 * @param text its first plain text, decoded
 */
record Mail(String file, String receivedAt, String messageId, String from, String to, String subject, String text) {}
