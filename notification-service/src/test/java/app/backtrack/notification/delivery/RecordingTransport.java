package app.backtrack.notification.delivery;

import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A mail server in memory that keeps what it is sent, and fails where a test says so. */
final class RecordingTransport implements MailTransport {
    private final List<Mail> taken = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int connections;

    /** Lets the next attempts go wrong, one after the other. */
    void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    List<Mail> taken() {
        return List.copyOf(taken);
    }

    int connections() {
        return connections;
    }

    @Override
    public MailConnection connect() throws MailServerAway {
        connections++;
        if (faults.peek() == Fault.SERVER_AWAY) {
            faults.remove();
            throw new MailServerAway(new ConnectException("nobody listens"));
        }
        return new Recording();
    }

    /** What can go wrong. */
    enum Fault {
        SERVER_AWAY,
        CRASH_BEFORE_SEND,
        CRASH_BEFORE_MARK,
        CONNECTION_BROKE,
        REFUSED
    }

    /** Ends the sender as a kill would: nothing after it is written. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Recording implements MailConnection {

        @Override
        public SendResult send(Mail mail) {
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
                case REFUSED -> new SendResult.Refused(550);
            };
        }

        @Override
        public void close() {}
    }
}
