package app.backtrack.notification.delivery;

import app.backtrack.notification.contact.EmailAddress;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;

/**
 * Words a mail. It says that something changed and where to look, never what, for whom or how much: mail is open to
 * read.
 */
@Singleton
class MailTexts {
    private static final String SUBJECT = "Something changed for one of your patients";

    private final Template text;
    private final Template html;
    private final MailConfig config;

    MailTexts(
            @Location("mail/something-changed.txt") Template text,
            @Location("mail/something-changed.html") Template html,
            MailConfig config) {
        this.text = text;
        this.html = html;
        this.config = config;
    }

    Mail mail(Delivery delivery, EmailAddress to) {
        String link = config.inboxUrl().resolve(delivery.id().entry().value()).toString();
        return new Mail(
                delivery.messageId(),
                to,
                SUBJECT,
                text.data("subject", SUBJECT).data("link", link).render(),
                html.data("subject", SUBJECT).data("link", link).render());
    }
}
