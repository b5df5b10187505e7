package app.backtrack.notification.outbound;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/** Settings and clients for tests. */
public final class OutboundConfigs {
    private OutboundConfigs() {}

    /** As in local mode. */
    public static OutboundConfig loopback(Duration deadline) {
        return of(true, deadline);
    }

    static OutboundConfig of(boolean loopbackAllowed, Duration deadline) {
        return new OutboundConfig() {
            @Override
            public boolean loopbackAllowed() {
                return loopbackAllowed;
            }

            @Override
            public Duration deadline() {
                return deadline;
            }

            @Override
            public Duration connectDeadline() {
                return deadline;
            }
        };
    }

    /** A client that may call this machine. */
    public static OutboundClient client(Duration deadline, InstantSource clock) {
        return OutboundBeans.client(loopback(deadline), clock, InetAddress::getAllByName, tls());
    }

    static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
