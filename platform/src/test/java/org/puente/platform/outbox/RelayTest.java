package org.puente.platform.outbox;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RelayTest {
    private final AtomicInteger looks = new AtomicInteger();

    /** A database whose every use is an error of the process, such as one of its memory. */
    private final DataSource broken = (DataSource) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                looks.incrementAndGet();
                throw new OutOfMemoryError("for this test");
            });

    @Test
    void anErrorEndsNoTimer() throws InterruptedException {
        Relay relay = new Relay(broken, Map.of(), () -> true);
        relay.tickMillis = 10;
        relay.start(null);
        await().atMost(Duration.ofSeconds(10)).until(() -> looks.get() > 2);
        relay.stop(null);
    }
}
