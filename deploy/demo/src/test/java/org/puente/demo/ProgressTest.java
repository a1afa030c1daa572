package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant NOW = Instant.parse("2025-01-02T12:00:00Z");
    private static final Instant IN_31_S = NOW.plusSeconds(31);

    @Test
    void showsHowFarThePlayIs() {
        assertThat(new Progress(212, 640, 160, 70, 41, 163, IN_31_S).line(Duration.ofSeconds(35), NOW))
                .isEqualTo("   35 s  212 of 640 registered; 70 of 160 referrals are over; 41 visits, 163 to come");
    }

    @Test
    void showsWhatIsWaitedForWhenAllAreRegistered() {
        assertThat(new Progress(640, 640, 523, 510, 700, 0, IN_31_S).line(Duration.ofSeconds(120), NOW))
                .endsWith("; the last deadline ends in 31 s");
    }

    @Test
    void showsNoDeadlineThatIsOver() {
        assertThat(new Progress(640, 640, 523, 510, 700, 0, Instant.MIN).line(Duration.ofSeconds(120), NOW))
                .endsWith("0 to come");
    }
}
