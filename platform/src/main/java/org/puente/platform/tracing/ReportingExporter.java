package org.puente.platform.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;

/**
 * Logs once that the receiver does not take spans, and once that it does again. Spans that it does not take are lost,
 * which harms nobody; the library would log an error with its stack each minute.
 */
final class ReportingExporter implements SpanExporter {
    private static final Logger LOG = Logger.getLogger(ReportingExporter.class);

    private final SpanExporter exporter;
    private final String setting;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * @param setting that names the receiver
     */
    ReportingExporter(SpanExporter exporter, String setting) {
        this.exporter = exporter;
        this.setting = setting;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> report(result));
    }

    private void report(CompletableResultCode result) {
        if (result.isSuccess()) {
            if (failing.getAndSet(false)) {
                LOG.info("The receiver takes spans again");
            }
        } else if (!failing.getAndSet(true)) {
            Throwable why = result.getFailureThrowable();
            LOG.warnf(
                    "The receiver (%s) does not take spans; they are lost: %s",
                    setting, why == null ? "no reason known" : Faults.causes(why));
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
