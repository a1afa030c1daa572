package org.puente.platform.tracing;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.PlatformTestBase;

/** Where no traces are exported, as is usual. */
@QuarkusTest
class LoggedTraceTest extends PlatformTestBase {
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();

    /** Notes the trace of each line. */
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(ExtLogRecord.wrap(line).getMdcCopy().getOrDefault("traceId", ""));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(handler);
    }

    @Test
    void aLineAboutARecordBearsTheIdOfItsTrace() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        CapacityChanged fact = fact("hnd", 0);
        Map<String, String> headers = new HashMap<>(headers(UUID.randomUUID(), "hnd", fact));
        headers.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        put("hnd", headers, fact.subject(), "no fact");
        await().atMost(SOON).until(() -> logged.contains(trace));
    }
}
