package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of any two facts the one stands that the contract ranks higher, though the other be later. */
class ReferralRankTest {

    private static final String ORDER =
            "issued < acknowledged < expired < waitlisted < accepted < scheduled = missed < started"
                    + " < declined = redirected < cancelled < withdrawn < failed < delivered";

    private static final Instant DEADLINE = Instant.parse("2025-01-16T12:00:00Z");

    @Test
    void theOrderHoldsEveryStatus() {
        assertThat(ORDER.split(" [<=] ")).hasSameSizeAs(ReferralStatus.values());
    }

    @ParameterizedTest(name = "{0} < {1}")
    @MethodSource("pairs")
    void theHigherStands(ReferralStatus lower, ReferralStatus higher) {
        ReferralHistory history = new ReferralHistory(DEADLINE, Set.of(step(lower, 1), step(higher, 2)));
        assertThat(history.status()).isEqualTo(higher);
    }

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        String[] ranks = ORDER.split(" < ");
        for (int low = 0; low < ranks.length; low++) {
            for (int high = low + 1; high < ranks.length; high++) {
                for (String lower : ranks[low].split(" = ")) {
                    for (String higher : ranks[high].split(" = ")) {
                        pairs.add(
                                arguments(Code.of(ReferralStatus.class, lower), Code.of(ReferralStatus.class, higher)));
                    }
                }
            }
        }
        return pairs;
    }

    private static ReferralStep step(ReferralStatus type, int minutesBefore) {
        Side side = type.sides().iterator().next();
        Instant at = DEADLINE.minusSeconds(60L * minutesBefore);
        return new ReferralStep(UUID.randomUUID(), type, side, at, "");
    }
}
