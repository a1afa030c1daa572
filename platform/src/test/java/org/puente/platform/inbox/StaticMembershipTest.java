package org.puente.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticMembershipTest {
    private static final Map<String, Object> CONSUMER = Map.of(ConsumerConfig.GROUP_ID_CONFIG, "gtm.referral");

    @Test
    void eachConsumerOfAnInstanceHasANameOfItsOwn() {
        assertThat(name("host-a", 8122, "facts$1")).isNotEqualTo(name("host-a", 8122, "facts$2"));
    }

    @Test
    void aNameIsTheSameAfterARestart() {
        assertThat(name("host-a", 8122, "facts")).isEqualTo(name("host-a", 8122, "facts"));
    }

    @Test
    void withoutASettingThePortTellsInstancesOfOneHostApart() {
        assertThat(name(null, 8122, "facts")).isNotEqualTo(name(null, 8123, "facts"));
    }

    @Test
    void hostsOfOneNameInTwoDomainsAreTwo() {
        assertThat(StaticMembership.usual("app.gtm.example", 8122))
                .isNotEqualTo(StaticMembership.usual("app.hnd.example", 8122));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.localdomain", "unknown-host.unknown-domain"})
    void aHostWithoutANameOfItsOwnIsNoStaticMember(String host) {
        assertThat(StaticMembership.usual(host, 8122)).isEmpty();
    }

    @Test
    void aNameHasOnlyWhatTheBrokerPermits() {
        assertThat(name("pod/7:ä", 8122, "facts$1").toString()).matches("[a-zA-Z0-9._-]+");
    }

    @Test
    void whoIsNoConsumerGetsNoName() {
        Map<String, Object> producer = Map.of("acks", "all");
        assertThat(new StaticMembership(true, Optional.empty(), 1).customize("facts", null, producer))
                .isEqualTo(producer);
    }

    private static Object name(String instance, int port, String channel) {
        return new StaticMembership(true, Optional.ofNullable(instance), port)
                .customize(channel, null, CONSUMER)
                .get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    }
}
