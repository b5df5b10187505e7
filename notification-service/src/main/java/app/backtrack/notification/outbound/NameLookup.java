package app.backtrack.notification.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses behind a name. */
@FunctionalInterface
interface NameLookup {

    /**
     * All of them.
     *
     * @throws UnknownHostException if there are none
     */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
