package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.testing.FrequentTicks;

@ApplicationScoped
public class WebhookTicks extends FrequentTicks {
    private final Dispatcher dispatcher;
    private final WebhookMetrics metrics;

    WebhookTicks(Dispatcher dispatcher, WebhookMetrics metrics) {
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    @Override
    protected Uni<Void> tick() {
        return dispatcher.tick().chain(metrics::look);
    }
}
