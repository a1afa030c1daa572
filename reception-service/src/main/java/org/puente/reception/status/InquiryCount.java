package org.puente.reception.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts inquiries with a code, so that operators see when somebody tries codes. */
final class InquiryCount {
    private InquiryCount() {}

    /**
     * @param outcome told, wrong, mistyped or too-many
     */
    static void count(MeterRegistry metrics, String outcome) {
        Counter.builder("puente.status.inquiries")
                .description("Inquiries of people about their own case or complaint, by what they were answered")
                .tag("outcome", outcome)
                .register(metrics)
                .increment();
    }
}
