package org.puente.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

/** A clock whose database is away says that it waits, and quotes nothing. */
@QuarkusTest
class FailedClocksTest extends PlatformTestBase {
    private static volatile boolean failing;

    @ApplicationScoped
    static class Clock {
        @Scheduled(every = "1s", identity = "a-test")
        Uni<Void> tick() {
            return failing
                    ? Uni.createFrom().failure(new SQLException("secret", "08006"))
                    : Uni.createFrom().voidItem();
        }
    }

    private static final class Lines extends Handler {
        private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        private boolean contain(String text) {
            return records.stream()
                    .anyMatch(line -> line.getMessage().contains(text)
                            || line.getThrown() != null
                                    && line.getThrown().toString().contains(text));
        }
    }

    @Test
    void aClockThatWaitsIsNoError() {
        Lines lines = new Lines();
        Logger root = Logger.getLogger("");
        root.addHandler(lines);
        failing = true;
        try {
            await().atMost(SOON).until(() -> lines.contain("a-test"));
        } finally {
            failing = false;
            root.removeHandler(lines);
        }
        assertThat(lines.contain("secret")).isFalse();
    }
}
