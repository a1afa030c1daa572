package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    @Test
    void waitsATenthLongerAtMost() {
        assertThat(new RetrySchedule(List.of(Duration.ofSeconds(5))).after(1).orElseThrow())
                .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_500));
    }

    @Test
    void afterTheLastWaitNoAttemptIsLeft() {
        assertThat(new RetrySchedule(List.of(Duration.ofSeconds(5))).after(2)).isEmpty();
    }

    @Test
    void attemptsGoOnForThreeDaysUnlessConfiguredOtherwise() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = RetryScheduleTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        Duration total = Stream.of(
                        properties.getProperty("puente.webhooks.waits").split(","))
                .map(Duration::parse)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(total).isBetween(Duration.ofDays(3), Duration.ofHours(76));
    }
}
