package app.backtrack.notification.delivery;

import app.backtrack.notification.contact.EmailAddress;

/**
 * A mail, ready to be handed to the mail server.
 *
 * @param messageId the {@code Message-ID} header with its angle brackets, the same when it is sent again
 * @param to the one recipient
 * @param subject one line
 * @param text the body as plain text
 * @param html the same as HTML
 */
record Mail(String messageId, EmailAddress to, String subject, String text, String html) {}
