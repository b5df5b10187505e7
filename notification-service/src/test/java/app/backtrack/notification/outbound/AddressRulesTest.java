package app.backtrack.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001:81b::200e"
            })
    void an_address_of_the_internet_is_public(String address) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1", // IPv4-compatible
                "::ffff:127.0.0.1", // IPv4-mapped
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1", // NAT64 of 127.0.0.1
                "64:ff9b::808:808", // NAT64 even of a public one
                "64:ff9b:1::1",
                "100::1",
                "2001::1", // Teredo
                "2001:db8::1",
                "2002:7f00:1::", // 6to4 of 127.0.0.1
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254", // a cloud's metadata
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void any_other_is_not(String address) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void local_mode_opens_loopback_and_nothing_else() throws UnknownHostException {
        assertThat(AddressRules.mayBeCalled(InetAddress.getByName("127.0.0.1"), true))
                .isTrue();
        assertThat(AddressRules.mayBeCalled(InetAddress.getByName("::1"), true)).isTrue();
        assertThat(AddressRules.mayBeCalled(InetAddress.getByName("127.0.0.1"), false))
                .isFalse();
        assertThat(AddressRules.mayBeCalled(InetAddress.getByName("169.254.169.254"), true))
                .isFalse();
        assertThat(AddressRules.mayBeCalled(InetAddress.getByName("10.0.0.1"), true))
                .isFalse();
    }
}
