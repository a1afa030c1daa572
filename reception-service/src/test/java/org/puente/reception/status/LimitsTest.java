package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;

class LimitsTest {
    private final Hand clock = new Hand();
    private final Limits limits = new Limits(clock, 3, 5, 2);

    @Test
    void holdsOneAddressBackAndNoOther() {
        exhaust("a", 3);

        assertThat(limits.enter("a")).contains(Duration.ofSeconds(20));
        assertThat(limits.enter("b")).isEmpty();
    }

    @Test
    void letsAnAddressTryAgainAfterTheTimeThatItGave() {
        exhaust("a", 3);
        clock.forward(limits.enter("a").orElseThrow());

        assertThat(limits.enter("a")).isEmpty();
        assertThat(limits.enter("a")).isPresent();
    }

    @Test
    void holdsTheWholeInstanceBackHoweverManyAddressesTry() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.enter("address " + i)).isEmpty();
        }

        assertThat(limits.enter("another")).isPresent();
    }

    @Test
    void holdsWrongYearsWithOneCodeBackForADay() {
        limits.tries("mark");
        limits.tries("mark");

        assertThat(limits.tries("mark")).contains(Duration.ofHours(12));
        assertThat(limits.tries("other mark")).isEmpty();
    }

    @Test
    void countsNoTryThatWasRight() {
        for (int i = 0; i < 10; i++) {
            assertThat(limits.tries("mark")).isEmpty();
            limits.giveBack("mark");
        }
    }

    @Test
    void leavesThePersonAsMuchAsOthersSentOfTheCase() {
        sendAll("desk");

        assertThat(limits.sends(complaint("desk"))).isFalse();
        assertThat(limits.sends(complaint("person"))).isTrue();
    }

    @Test
    void countsNothingThatWasTakenBack() {
        sendAll("a");
        limits.takeBack(complaint("a"));

        assertThat(limits.sends(complaint("a"))).isTrue();
    }

    private void sendAll(String address) {
        for (int i = 0; i < 10; i++) {
            assertThat(limits.sends(complaint(address))).isTrue();
        }
    }

    private static Limits.Sending complaint(String address) {
        return new Limits.Sending(address, new CaseId(new UUID(0, 1)), "complaint");
    }

    private void exhaust(String address, int tries) {
        for (int i = 0; i < tries; i++) {
            assertThat(limits.enter(address)).isEmpty();
        }
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2025-01-02T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
