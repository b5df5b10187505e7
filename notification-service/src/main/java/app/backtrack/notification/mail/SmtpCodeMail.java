package app.backtrack.notification.mail;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.Language;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.brand.BrandStore;
import app.backtrack.notification.contact.CodeMail;
import app.backtrack.notification.contact.EmailAddress;
import app.backtrack.notification.delivery.SendResult;
import app.backtrack.notification.delivery.TransportAway;
import app.backtrack.notification.preference.PreferenceStore;
import app.backtrack.notification.text.Texts;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Mails codes at once: whoever waits for one sees whether it went out, and asks for another if not. */
@Singleton
class SmtpCodeMail implements CodeMail {
    private static final Logger LOG = Logger.getLogger(SmtpCodeMail.class);

    private final SmtpTransport transport;
    private final PreferenceStore preferences;
    private final BrandStore brands;
    private final Texts texts;
    private final InstantSource clock;

    SmtpCodeMail(
            SmtpTransport transport, PreferenceStore preferences, BrandStore brands, Texts texts, InstantSource clock) {
        this.transport = transport;
        this.preferences = preferences;
        this.brands = brands;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Sent send(PatientRef patient, EmailAddress to, String code) {
        Language language = preferences
                .find(patient.clinic(), new Recipient.Patient(patient.patient()))
                .preference()
                .language();
        Brand brand = brands.find(patient.clinic()).brand();
        String messageId = transport.messageId(Fingerprint.of(patient.key() + "|code|" + clock.instant()));
        try (SmtpConnection connection = transport.connect()) {
            return sent(connection.send(messageId, texts.code(code, language, brand), brand, to));
        } catch (TransportAway e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf(
                    "A code waits for the mail server, cause=%s",
                    cause.getClass().getSimpleName());
            return Sent.AWAY;
        }
    }

    private static Sent sent(SendResult result) {
        return switch (result) {
            case SendResult.Accepted accepted -> Sent.TAKEN;
            case SendResult.Unknown unknown -> Sent.TAKEN;
            case SendResult.Refused refused -> Sent.REFUSED;
            case SendResult.NoAddress none -> Sent.REFUSED;
            case SendResult.Deferred deferred -> Sent.AWAY;
        };
    }
}
