package app.backtrack.notification.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Says which addresses lie in the public internet, so that nobody can have us call our own network for them. IPv4 is
 * public but for the listed blocks; IPv6 only within global unicast. An IPv4-mapped address is judged as what it maps
 * to, since the JDK reads it as that; every other IPv6 form that carries an IPv4 address is refused as a whole.
 *
 * <p>Sources: the IANA registries of special-purpose addresses (RFC 6890, RFC 8190), and the RFC beside each block.
 */
final class AddressRules {
    private static final List<IPAddress> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this network (RFC 1122)
                    "10.0.0.0/8", // private (RFC 1918)
                    "100.64.0.0/10", // shared by carrier-grade NAT (RFC 6598)
                    "127.0.0.0/8", // loopback (RFC 1122)
                    "169.254.0.0/16", // link-local (RFC 3927), with most clouds' metadata
                    "168.63.129.16/32", // a cloud's host, reachable from its guests alone (Microsoft Azure)
                    "172.16.0.0/12", // private (RFC 1918)
                    "192.0.0.0/24", // protocol assignments (RFC 6890)
                    "192.0.2.0/24", // documentation (RFC 5737)
                    "192.88.99.0/24", // 6to4 relays (RFC 7526)
                    "192.168.0.0/16", // private (RFC 1918)
                    "198.18.0.0/15", // benchmarks (RFC 2544)
                    "198.51.100.0/24", // documentation (RFC 5737)
                    "203.0.113.0/24", // documentation (RFC 5737)
                    "224.0.0.0/4", // multicast (RFC 5771)
                    "240.0.0.0/4", // reserved (RFC 1112), with the broadcast address
                    "2001::/23", // protocol assignments (RFC 2928), with Teredo, which carries IPv4 (RFC 4380)
                    "2001:db8::/32", // documentation (RFC 3849)
                    "2002::/16", // 6to4, which carries IPv4 (RFC 3056)
                    "3fff::/20") // documentation (RFC 9637)
            .map(AddressRules::block)
            .toList();

    /** All of IPv6 that is given out to the public (RFC 4291 §2.4); NAT64, unique-local and link-local lie outside. */
    private static final IPAddress GLOBAL_UNICAST = block("2000::/3");

    private AddressRules() {}

    /** Whether an address is one of the public internet. */
    static boolean isPublic(InetAddress candidate) {
        IPAddress address = new IPAddressGenerator().from(candidate);
        return (address.isIPv4() || GLOBAL_UNICAST.contains(address))
                && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    /** Whether we may connect to an address. */
    static boolean mayBeCalled(InetAddress candidate, boolean loopbackAllowed) {
        return isPublic(candidate) || loopbackAllowed && candidate.isLoopbackAddress();
    }

    private static IPAddress block(String text) {
        return Objects.requireNonNull(new IPAddressString(text).getAddress(), text)
                .toPrefixBlock();
    }
}
