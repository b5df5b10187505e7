package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import java.util.SortedSet;

/**
 * The way to recipients by one channel; each has a thread of its own, so that a slow one holds up no other. Connecting
 * is apart from sending: a delivery is claimed only when the server has answered, so a claim whose end is unknown means
 * that the message may be under way.
 */
public interface Transport {

    /** Which channel it serves. */
    NotificationChannel channel();

    /**
     * Whether all messages go through one server, so one after the other. Else each goes on a thread of its own, and
     * one that hangs holds up no other.
     */
    default boolean oneServer() {
        return true;
    }

    /**
     * Names a message in the way of the channel.
     *
     * @param fingerprint 32 hexadecimal digits, the same for the same message
     */
    String messageId(String fingerprint);

    /** Whether an address of a recipient is known. */
    boolean reaches(ClinicId clinic, Recipient recipient);

    /** Every clinician of a clinic of whom an address is known. */
    SortedSet<ClinicianId> clinicians(ClinicId clinic);

    /**
     * Connects and waits for the server's greeting, where the channel has one server.
     *
     * @throws TransportAway if there is none
     */
    Connection connect() throws TransportAway;

    /** A connection to a server that has greeted us; for one thread. */
    interface Connection extends AutoCloseable {

        /** Offers a message, within less than the lease of its claim. */
        SendResult send(Message message);

        @Override
        void close();
    }
}
