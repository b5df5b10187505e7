package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A mail server in memory that keeps what it is sent, and fails where a test says so. */
final class RecordingTransport implements Transport {
    private final List<Message> taken = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private volatile int connections;

    /** Lets the next attempts go wrong, one after the other. */
    void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    List<Message> taken() {
        return List.copyOf(taken);
    }

    int connections() {
        return connections;
    }

    @Override
    public NotificationChannel channel() {
        return NotificationChannel.EMAIL;
    }

    @Override
    public String messageId(String fingerprint) {
        return fingerprint;
    }

    @Override
    public boolean reaches(ClinicId clinic, Recipient recipient) {
        return true;
    }

    @Override
    public SortedSet<ClinicianId> clinicians(ClinicId clinic) {
        return Collections.emptySortedSet();
    }

    @Override
    public Connection connect() throws TransportAway {
        connections++;
        if (faults.peek() == Fault.SERVER_AWAY) {
            faults.remove();
            throw new TransportAway(new ConnectException("nobody listens"));
        }
        return new Recording();
    }

    /** What can go wrong. */
    enum Fault {
        SERVER_AWAY,
        CRASH_BEFORE_SEND,
        CRASH_BEFORE_MARK,
        CONNECTION_BROKE,
        BUSY,
        REFUSED,
        NO_ADDRESS
    }

    /** Ends the sender as a kill would: nothing after it is written. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Recording implements Connection {

        @Override
        public SendResult send(Message mail) {
            Fault fault = faults.poll();
            if (fault == null) {
                taken.add(mail);
                return new SendResult.Accepted();
            }
            return switch (fault) {
                case SERVER_AWAY -> throw new IllegalStateException("connected already");
                case CRASH_BEFORE_SEND -> throw new Crash();
                case CRASH_BEFORE_MARK -> {
                    taken.add(mail);
                    throw new Crash();
                }
                case CONNECTION_BROKE -> {
                    taken.add(mail);
                    yield new SendResult.Unknown();
                }
                case BUSY -> new SendResult.Deferred(421);
                case REFUSED -> new SendResult.Refused(550);
                case NO_ADDRESS -> new SendResult.NoAddress();
            };
        }

        @Override
        public void close() {}
    }
}
