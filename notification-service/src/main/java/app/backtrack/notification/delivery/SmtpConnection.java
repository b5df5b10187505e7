package app.backtrack.notification.delivery;

import app.backtrack.notification.delivery.MailTransport.MailConnection;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;

/** Offers mails over one SMTP connection. */
final class SmtpConnection implements MailConnection {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int FIRST_DEFERRAL = 400;
    private static final int FIRST_REFUSAL = 500;
    private static final int BEYOND = 600;

    private final Session session;
    private final Transport transport;
    private final InternetAddress from;

    SmtpConnection(Session session, Transport transport, InternetAddress from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    @Override
    public SendResult send(Mail mail) {
        MimeMessage message = compose(mail);
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new SendResult.Accepted();
        } catch (MessagingException e) {
            return judge(e);
        }
    }

    /** The server's answer, of which only the code is kept: its text often repeats the address. */
    private static SendResult judge(MessagingException failure) {
        for (Exception each = failure; each instanceof MessagingException e; each = e.getNextException()) {
            int code = code(e);
            if (code >= FIRST_REFUSAL && code < BEYOND) {
                return new SendResult.Refused(code);
            }
            if (code >= FIRST_DEFERRAL && code < FIRST_REFUSAL) {
                return new SendResult.Deferred(code);
            }
        }
        return new SendResult.Unknown();
    }

    private static int code(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> -1;
        };
    }

    private MimeMessage compose(Mail mail) {
        try {
            MimeMessage message = new NamedMessage(session, mail.messageId());
            message.setFrom(from);
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(mail.to().value()));
            message.setSubject(mail.subject(), UTF_8);
            message.setSentDate(new Date());
            // Keeps out-of-office answers away (RFC 3834 §5).
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(body(mail));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that cannot be composed", e);
        }
    }

    private static MimeMultipart body(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debugf(
                    "Mail server went before the good-bye, cause=%s",
                    e.getClass().getSimpleName());
        }
    }

    /** Keeps the given {@code Message-ID} where the library would make a new one with each save. */
    private static final class NamedMessage extends MimeMessage {
        private final String messageId;

        NamedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
