package app.backtrack.notification.mail;

import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.contact.AddressBook;
import app.backtrack.notification.contact.EmailAddress;
import app.backtrack.notification.delivery.Message;
import app.backtrack.notification.delivery.SendResult;
import app.backtrack.notification.delivery.Transport.Connection;
import app.backtrack.notification.text.Words;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Offers mails over one SMTP connection. */
final class SmtpConnection implements Connection {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int FIRST_DEFERRAL = 400;
    private static final int FIRST_REFUSAL = 500;
    private static final int BEYOND = 600;

    private final Session session;
    private final Transport transport;
    private final InternetAddress from;
    private final AddressBook addresses;

    SmtpConnection(Session session, Transport transport, InternetAddress from, AddressBook addresses) {
        this.session = session;
        this.transport = transport;
        this.from = from;
        this.addresses = addresses;
    }

    @Override
    public SendResult send(Message mail) {
        Optional<EmailAddress> to = addresses.find(mail.clinic(), mail.recipient());
        if (to.isEmpty()) {
            return new SendResult.NoAddress();
        }
        return send(compose(mail.messageId(), mail.words(), mail.brand(), mail.stop(), to.get()));
    }

    /** Offers words to an address that is in no address book. */
    SendResult send(String messageId, Words words, Brand brand, EmailAddress to) {
        return send(compose(messageId, words, brand, null, to));
    }

    private SendResult send(MimeMessage message) {
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

    private MimeMessage compose(String messageId, Words words, Brand brand, @Nullable URI stop, EmailAddress to) {
        try {
            MimeMessage message = new NamedMessage(session, messageId);
            message.setFrom(sender(brand));
            if (brand.replyTo() != null) {
                message.setReplyTo(
                        new Address[] {new InternetAddress(brand.replyTo().value())});
            }
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to.value()));
            message.setSubject(words.subject(), UTF_8);
            message.setSentDate(new Date());
            // Keeps out-of-office answers away (RFC 3834 §5).
            message.setHeader("Auto-Submitted", "auto-generated");
            if (stop != null) {
                // One click in the mail program ends such mails (RFC 2369 §3.2, RFC 8058 §3.1).
                message.setHeader("List-Unsubscribe", "<" + stop + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setContent(body(words));
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail that cannot be composed", e);
        }
    }

    /** Our address, for only from there may we send, with the clinic's name. */
    private InternetAddress sender(Brand brand) throws UnsupportedEncodingException {
        return brand.name() == null ? from : new InternetAddress(from.getAddress(), brand.name(), UTF_8);
    }

    private static MimeMultipart body(Words words) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(words.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(words.html(), UTF_8, "html");
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
