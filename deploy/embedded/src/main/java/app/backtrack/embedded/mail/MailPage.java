package app.backtrack.embedded.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows the newest mails to a person ({@code /}) and to a program ({@code /mail.json}), and to that all of one
 * {@code Message-ID} too ({@code /mail.json/} and the id).
 */
final class MailPage implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEWEST = "/mail.json";
    private static final String UNDER_ONE_ID = NEWEST + "/";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sent mail (Backtrack, local)</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733 }
            article { border-top: 1px solid #d1d5db; padding: 1rem 0 }
            h2 { font-size: 1.1rem; margin: 0 }
            pre { white-space: pre-wrap; font: inherit; background: #f3f4f6; padding: .75rem; border-radius: .25rem }
            p { color: #4b5563; margin: .25rem 0 }
            </style>
            </head>
            <body>
            <main>
            <h1>Sent mail</h1>
            <p>What this local system has sent; nothing of it left this machine.</p>
            %s
            </main>
            </body>
            </html>
            """;

    private final MailFolder folder;

    MailPage(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 405, "text/plain", "GET only");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                answer(exchange, 200, "text/html", html(folder.newest()));
            } else if (path.equals(NEWEST)) {
                answer(exchange, 200, "application/json", JSON.writeValueAsString(folder.newest()));
            } else if (path.startsWith(UNDER_ONE_ID)) {
                String messageId = path.substring(UNDER_ONE_ID.length());
                answer(exchange, 200, "application/json", JSON.writeValueAsString(folder.under(messageId)));
            } else {
                answer(exchange, 404, "text/plain", "nothing here");
            }
        } catch (MessagingException e) {
            throw new IOException("a kept mail cannot be read", e);
        }
    }

    static String html(List<Mail> mails) {
        StringBuilder articles = new StringBuilder();
        for (Mail mail : mails) {
            articles.append("<article>\n<h2>").append(escaped(mail.subject())).append("</h2>\n");
            articles.append("<p>").append(escaped(mail.receivedAt())).append(", to ");
            articles.append(escaped(mail.to())).append(", from ").append(escaped(mail.from()));
            articles.append("</p>\n<pre>").append(escaped(mail.text())).append("</pre>\n");
            articles.append("<p>").append(escaped(mail.messageId())).append("</p>\n</article>\n");
        }
        return PAGE.formatted(mails.isEmpty() ? "<p>Nothing yet.</p>" : articles);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
