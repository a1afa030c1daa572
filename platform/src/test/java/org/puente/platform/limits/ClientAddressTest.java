package org.puente.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private static final String PEER = "10.0.0.1";

    @Test
    void looksAtNoHeaderUnlessAProxyIsOurs() {
        assertThat(address(0, "192.0.2.7")).isEqualTo(address(0));
    }

    @Test
    void believesTheEntryThatOurOwnProxyWrote() {
        assertThat(address(1, "198.51.100.9, 192.0.2.7")).isEqualTo(address(1, "192.0.2.7"));
        assertThat(address(1, "198.51.100.9", "192.0.2.7")).isEqualTo(address(1, "192.0.2.7"));
        assertThat(address(2, "1.2.3.4, 192.0.2.7, 10.0.0.2")).isEqualTo(address(1, "192.0.2.7"));
    }

    @Test
    void takesThePeerWhereTheProxiesWroteLessThanTheyWould() {
        assertThat(address(2, "192.0.2.7")).isEqualTo(address(0));
        assertThat(address(1, "made up")).isEqualTo(address(0));
    }

    @Test
    void leavesThePortOut() {
        assertThat(address(1, "192.0.2.7:4711")).isEqualTo(address(1, "192.0.2.7"));
        assertThat(address(1, "[2001:db8::1]:4711")).isEqualTo(address(1, "2001:db8::1"));
    }

    @Test
    void takesANetworkOfVersionSixForOneSubscriber() {
        assertThat(address(1, "2001:db8:0:1::1")).isEqualTo(address(1, "2001:db8:0:1:ffff::2"));
        assertThat(address(1, "2001:db8:0:1::1")).isNotEqualTo(address(1, "2001:db8:0:2::1"));
    }

    @Test
    void distinguishesAddressesOfVersionFourHoweverTheyAreWritten() {
        assertThat(address(1, "192.0.2.7")).isNotEqualTo(address(1, "192.0.2.8"));
        assertThat(address(1, "::ffff:192.0.2.7")).isEqualTo(address(1, "192.0.2.7"));
    }

    private static String address(int proxies, String... forwarded) {
        return new ClientAddress(proxies).of(PEER, List.of(forwarded));
    }
}
