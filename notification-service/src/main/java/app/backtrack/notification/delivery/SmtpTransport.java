package app.backtrack.notification.delivery;

import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reaches the mail server by SMTP. */
@Singleton
class SmtpTransport implements MailTransport {
    private final Session session;
    private final InternetAddress from;

    /** Takes the settings as they are at the start. */
    SmtpTransport(MailConfig config) throws AddressException {
        Properties properties = properties(config);
        // By object: a path in a property would have to be that of a class.
        config.trustStore()
                .ifPresent(file -> properties.put(
                        "mail.smtp.ssl.socketFactory",
                        TrustedAuthorities.socketFactory(
                                file, config.trustStorePassword().orElse(""))));
        this.session = Session.getInstance(properties, login(config));
        this.from = new InternetAddress(config.from(), true);
    }

    @Override
    public MailConnection connect() throws MailServerAway {
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect();
            return new SmtpConnection(session, transport, from);
        } catch (MessagingException e) {
            throw new MailServerAway(e);
        }
    }

    private static Properties properties(MailConfig config) {
        String patience = Long.toString(config.patience().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", config.host());
        properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(config.implicitTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.tlsRequired()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        // Or closing would wait for the server's good-bye and count a mail as failed that was taken over.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private static @Nullable Authenticator login(MailConfig config) {
        if (config.username().isEmpty()) {
            return null;
        }
        PasswordAuthentication login = new PasswordAuthentication(
                config.username().get(), config.password().orElse(""));
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        };
    }
}
