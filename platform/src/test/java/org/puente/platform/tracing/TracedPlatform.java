package org.puente.platform.tracing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.puente.platform.testing.SpanReceiver;

/** A receiver of spans, which the service under test is given. */
public class TracedPlatform implements QuarkusTestResourceLifecycleManager {
    private static SpanReceiver receiver;

    static SpanReceiver receiver() {
        return receiver;
    }

    @Override
    public Map<String, String> start() {
        receiver = new SpanReceiver();
        // Sooner than each five seconds.
        System.setProperty("otel.bsp.schedule.delay", "100");
        return Map.of(Receiver.OF_ALL, receiver.address());
    }

    @Override
    public void stop() {
        System.clearProperty("otel.bsp.schedule.delay");
        receiver.close();
    }
}
