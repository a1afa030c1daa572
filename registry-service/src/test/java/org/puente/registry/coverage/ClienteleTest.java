package org.puente.registry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Sex;

class ClienteleTest {

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Eligibility.ANYONE, Eligibility.ANYONE, true),
                Arguments.of(Eligibility.ANYONE, Services.only(Sex.MALE), true),
                Arguments.of(Services.only(Sex.FEMALE), Services.only(Sex.MALE), false),
                Arguments.of(Services.aged(18, null), Services.aged(null, 17), false),
                Arguments.of(Services.aged(18, null), Services.aged(null, 18), true),
                Arguments.of(Services.aged(18, 24), Services.aged(60, null), false),
                Arguments.of(Services.aged(18, 24), Services.only(Sex.MALE), true),
                Arguments.of(Services.of("GTM"), Services.of("HND"), false),
                Arguments.of(Services.of("GTM"), Services.of("GTM"), true));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isSharedWhereSomebodyCouldBeEligibleForBoth(Eligibility one, Eligibility other, boolean shared) {
        assertThat(Clientele.isShared(one, other)).isEqualTo(shared);
        assertThat(Clientele.isShared(other, one)).isEqualTo(shared);
    }
}
