package org.puente.platform.tracing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.SpanReceiver;

/** Which traces are exported is decided here, whatever flag a node or a client has set. */
class SamplingTest {
    private static final String SAMPLED = TraceTest.TRACE;
    private static final String NOT_SAMPLED = SAMPLED.substring(0, 53) + "00";

    private final SpanReceiver receiver = new SpanReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private void request(double share, String traceparent) {
        try (OpenTelemetrySdk sdk = Tracing.start("gtm.registry", Receiver.ofAll(receiver.address()), share)) {
            new Spans(sdk.getTracer("test"), "gtm.registry")
                    .request("GET", traceparent)
                    .end();
            sdk.getSdkTracerProvider().forceFlush().join(60, SECONDS);
        }
    }

    @Test
    void nobodyForcesATraceToBeExported() {
        request(0, SAMPLED);
        assertThat(receiver.spans()).isEmpty();
    }

    @Test
    void nobodyKeepsATraceFromBeingExported() {
        request(1, NOT_SAMPLED);
        assertThat(receiver.spans())
                .singleElement()
                .extracting(SpanReceiver.Exported::traceId)
                .isEqualTo(NOT_SAMPLED.substring(3, 35));
    }

    @Test
    void theServiceIsNamed() {
        request(1, null);
        assertThat(receiver.spans())
                .singleElement()
                .extracting(SpanReceiver.Exported::service)
                .isEqualTo("gtm.registry");
    }
}
