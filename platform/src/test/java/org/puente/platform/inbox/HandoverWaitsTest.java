package org.puente.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Partitions that another instance leaves wait for an idle poll, a fetch and a heartbeat, one after the other. */
class HandoverWaitsTest {
    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Duration AT_MOST = Duration.ofSeconds(4);

    @Test
    void theWaitsOfAHandoverAreFourSecondsTogetherAtMost() throws IOException {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(DEFAULTS)) {
            defaults.load(file);
        }
        assertThat(Stream.of("poll-timeout", "fetch.max.wait.ms", "heartbeat.interval.ms")
                        .map(wait -> defaults.getProperty("mp.messaging.incoming.facts." + wait))
                        .mapToLong(Long::parseLong)
                        .sum())
                .isLessThanOrEqualTo(AT_MOST.toMillis());
    }
}
