package org.puente.platform.tracing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.testing.SpanReceiver;

/** A receiver that is away, or set wrongly, is told of, and harms nobody. */
class ExportTest {
    private final Logger logger = Logger.getLogger(ReportingExporter.class.getName());
    private final Queue<Level> logged = new ConcurrentLinkedQueue<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel());
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

    /** Answers as it is told. */
    private static final class Answers implements SpanExporter {
        private boolean away;

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return away ? CompletableResultCode.ofFailure() : CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    private void exports(boolean... away) {
        Answers receiver = new Answers();
        ReportingExporter exporter = new ReportingExporter(receiver, Receiver.OF_ALL);
        for (boolean now : away) {
            receiver.away = now;
            exporter.export(List.of());
        }
    }

    @Test
    void aReceiverThatIsAwayIsWarnedOfOnce() {
        exports(true, true, true);
        assertThat(logged).extracting(Level::intValue).containsExactly(Level.WARNING.intValue());
    }

    @Test
    void aReceiverThatIsBackIsToldOfOnce() {
        exports(true, false, false);
        assertThat(logged).extracting(Level::intValue).containsExactly(Level.WARNING.intValue(), Level.INFO.intValue());
    }

    @Test
    void aReceiverThatTakesAllIsNotToldOf() {
        exports(false, false);
        assertThat(logged).isEmpty();
    }

    /** A cluster may set them for all of its programs. */
    @ParameterizedTest
    @CsvSource({
        "otel.exporter.otlp.protocol, grpc",
        "otel.exporter.otlp.traces.protocol, grpc",
        "otel.propagators, b3",
        "otel.traces.sampler, jaeger_remote",
        "otel.traces.exporter, console",
        "otel.exporter.otlp.endpoint, ''",
        "otel.exporter.otlp.traces.endpoint, ''",
        "otel.sdk.disabled, true"
    })
    void aSettingOfOtherProgramsKeepsNoServiceFromTracing(String name, String value) {
        System.setProperty(name, value);
        try (SpanReceiver receiver = new SpanReceiver();
                OpenTelemetrySdk sdk = Tracing.start("gtm.registry", Receiver.ofAll(receiver.address()), 1)) {
            request(sdk);
            sdk.getSdkTracerProvider().forceFlush().join(60, SECONDS);
            assertThat(receiver.spans()).hasSize(1);
        } finally {
            System.clearProperty(name);
        }
    }

    /** Nothing is added to it, as something is to the address of all. */
    @Test
    void theAddressOfSpansIsTakenAsItIs() {
        try (SpanReceiver receiver = new SpanReceiver();
                OpenTelemetrySdk sdk = Tracing.start(
                        "gtm.registry", new Receiver(Receiver.OF_SPANS, receiver.address() + "/v1/traces"), 1)) {
            request(sdk);
            sdk.getSdkTracerProvider().forceFlush().join(60, SECONDS);
            assertThat(receiver.spans()).hasSize(1);
        }
    }

    /** It takes a connection and never answers. */
    @Test
    void aReceiverThatDoesNotAnswerHoldsNoServiceThatStops() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OpenTelemetrySdk sdk =
                    Tracing.start("gtm.registry", Receiver.ofAll("http://127.0.0.1:" + silent.getLocalPort()), 1);
            request(sdk);
            // Without a bound it would wait ten seconds.
            assertTimeout(Duration.ofSeconds(9), () -> Tracing.end(sdk));
        }
    }

    private static void request(OpenTelemetrySdk sdk) {
        new Spans(sdk.getTracer("test"), "gtm.registry").request("GET", null).end();
    }
}
