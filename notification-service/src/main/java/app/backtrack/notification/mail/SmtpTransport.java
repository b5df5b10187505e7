package app.backtrack.notification.mail;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.contact.AddressBook;
import app.backtrack.notification.delivery.Transport;
import app.backtrack.notification.delivery.TransportAway;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reaches the mail server by SMTP. */
@Singleton
public class SmtpTransport implements Transport {
    private final Session session;
    private final InternetAddress from;
    private final AddressBook addresses;

    /** Takes the settings as they are at the start. */
    SmtpTransport(MailConfig config, AddressBook addresses) throws AddressException {
        Properties properties = properties(config);
        // By object: a path in a property would have to be that of a class.
        config.trustStore()
                .ifPresent(file -> properties.put(
                        "mail.smtp.ssl.socketFactory",
                        TrustedAuthorities.socketFactory(
                                file, config.trustStorePassword().orElse(""))));
        this.session = Session.getInstance(properties, login(config));
        this.from = new InternetAddress(config.from(), true);
        this.addresses = addresses;
    }

    @Override
    public NotificationChannel channel() {
        return NotificationChannel.EMAIL;
    }

    @Override
    public String messageId(String fingerprint) {
        String sender = from.getAddress();
        return "<" + fingerprint + sender.substring(sender.lastIndexOf('@')) + ">";
    }

    @Override
    public boolean reaches(ClinicId clinic, Recipient recipient) {
        return addresses.find(clinic, recipient).isPresent();
    }

    @Override
    public SortedSet<ClinicianId> clinicians(ClinicId clinic) {
        return addresses.reachable(clinic);
    }

    @Override
    public SmtpConnection connect() throws TransportAway {
        try {
            jakarta.mail.Transport transport = session.getTransport("smtp");
            transport.connect();
            return new SmtpConnection(session, transport, from, addresses);
        } catch (MessagingException e) {
            throw new TransportAway(e);
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
