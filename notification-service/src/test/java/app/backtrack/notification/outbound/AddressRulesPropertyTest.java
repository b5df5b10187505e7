package app.backtrack.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class AddressRulesPropertyTest {

    @Property
    void an_ipv4_address_is_judged_alike_when_it_comes_mapped_into_ipv6(@ForAll @Size(4) byte[] address)
            throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(address, 0, mapped, 12, 4);

        assertThat(AddressRules.isPublic(InetAddress.getByAddress(mapped)))
                .isEqualTo(AddressRules.isPublic(InetAddress.getByAddress(address)));
    }

    @Property
    void what_the_jdk_calls_local_is_never_public(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(bytes);
        boolean local = address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();

        assertThat(local && AddressRules.isPublic(address)).isFalse();
    }
}
