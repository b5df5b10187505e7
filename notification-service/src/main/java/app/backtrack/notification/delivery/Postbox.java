package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes in what is to be told. A notice is taken in once for each channel, however often that is asked for; when and
 * how it is told is decided when its time comes, by what the recipient wishes then.
 */
@Singleton
public class Postbox {
    private final DeliveryStore deliveries;
    private final DeliveryLoop loop;
    private final List<Transport> transports;

    Postbox(DeliveryStore deliveries, DeliveryLoop loop, @All List<Transport> transports) {
        this.deliveries = deliveries;
        this.loop = loop;
        this.transports = transports;
    }

    /** By which channels a recipient can be reached now. */
    public List<Reach> reaches(ClinicId clinic, Recipient recipient) {
        return transports.stream()
                .filter(transport -> transport.reaches(clinic, recipient))
                .map(transport -> new Reach(recipient, transport.channel()))
                .toList();
    }

    /** Every clinician of a clinic who can be reached by any channel now. */
    public SortedSet<ClinicianId> clinicians(ClinicId clinic) {
        SortedSet<ClinicianId> all = new TreeSet<>();
        transports.forEach(transport -> all.addAll(transport.clinicians(clinic)));
        return all;
    }

    /** Takes in a notice for every channel by which its recipient can be reached now. */
    public void post(Notice notice) {
        post(notice, reaches(notice.clinic(), notice.recipient()));
    }

    /**
     * Takes in a notice for certain channels.
     *
     * @param reaches of the notice's recipient
     */
    public void post(Notice notice, Collection<Reach> reaches) {
        for (Transport transport : transports) {
            Reach reach = new Reach(notice.recipient(), transport.channel());
            if (reaches.contains(reach)) {
                DeliveryId id = new DeliveryId(notice.clinic(), notice.about(), reach);
                Delivery planned = new Delivery(
                        id,
                        notice.matter(),
                        transport.messageId(id.fingerprint()),
                        notice.expiresAt(),
                        false,
                        Progress.start(notice.dueAt()),
                        0);
                if (deliveries.open(planned)) {
                    loop.wake(transport.channel());
                }
            }
        }
    }

    /** Says that something needs not be told any more; too late for what is under way. */
    public void withdraw(DeliveryId id) {
        deliveries.withdraw(id);
    }
}
