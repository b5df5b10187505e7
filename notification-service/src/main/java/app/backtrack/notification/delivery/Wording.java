package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.brand.BrandStore;
import app.backtrack.notification.preference.PreferenceStore;
import app.backtrack.notification.text.Occasion;
import app.backtrack.notification.text.Texts;
import app.backtrack.notification.unsubscribe.StopLinks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

/** Makes the message of what goes together, in the recipient's language and with the clinic's face. */
@Singleton
class Wording {
    private final Texts texts;
    private final PreferenceStore preferences;
    private final BrandStore brands;
    private final StopLinks stops;

    Wording(Texts texts, PreferenceStore preferences, BrandStore brands, StopLinks stops) {
        this.texts = texts;
        this.preferences = preferences;
        this.brands = brands;
        this.stops = stops;
    }

    /**
     * The message.
     *
     * @param lead whose message it is
     * @param told what it is about, the lead among it unless that is not needed any more; at least one
     */
    Message message(Delivery lead, List<Delivery> told) {
        ClinicId clinic = lead.id().clinic();
        Recipient recipient = lead.id().reach().recipient();
        NoticeKind kind = told.stream()
                .map(each -> each.matter().kind())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Occasion occasion = new Occasion(
                kind,
                lead.progress().party().digest(),
                told.stream()
                        .filter(each -> each.matter().alert() != null)
                        .map(each -> each.id().about())
                        .toList());
        Brand brand = brands.find(clinic).brand();
        boolean canStop = lead.id().reach().channel() == NotificationChannel.EMAIL && !kind.passesEverything();
        URI stop = canStop ? stops.link(clinic, recipient, kind) : null;
        return new Message(
                clinic,
                recipient,
                kind,
                lead.messageId(),
                texts.words(
                        occasion,
                        preferences.find(clinic, recipient).preference().language(),
                        brand,
                        stop),
                brand,
                stop,
                lead.expiresAt());
    }
}
