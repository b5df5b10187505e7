package app.backtrack.notification.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses that may be connected to. The connection goes to just those that were judged here, so a name that
 * means something else a moment later (DNS rebinding) gains nothing.
 */
final class GuardedLookup implements DnsResolver {
    private final NameLookup names;
    private final boolean loopbackAllowed;

    GuardedLookup(NameLookup names, boolean loopbackAllowed) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
    }

    /**
     * The addresses behind a name; none if one of them is not public, since an honest receiver has no such.
     *
     * @throws ForbiddenAddress if one of them may not be called
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.addresses(host);
        if (!Arrays.stream(found).allMatch(address -> AddressRules.mayBeCalled(address, loopbackAllowed))) {
            throw new ForbiddenAddress();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Says that a name leads where we do not go. */
    static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
