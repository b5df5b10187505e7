package app.backtrack.notification.text;

import java.net.URI;

/**
 * What a message says.
 *
 * @param subject one line; enough by itself on the screen of a phone
 * @param link where it leads first
 * @param text all of it as plain text
 * @param html the same as HTML
 */
public record Words(String subject, URI link, String text, String html) {}
