package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ETags;

/** Changes an existing webhook, and records in the audit who did so. */
@ApplicationScoped
class WebhookEditing {
    private final UnitOfWork work;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Audit audit;
    private final Clock clock;

    WebhookEditing(UnitOfWork work, Webhooks webhooks, Deliveries deliveries, Audit audit, Clock clock) {
        this.work = work;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Webhook> change(Caller caller, UUID id, WebhookRequest wanted, String ifMatch) {
        return run(caller, id, "webhook.changed", (session, webhook) -> {
            ETags.mustMatch(ifMatch, webhook.revision);
            webhook.change(wanted);
            return Uni.createFrom().voidItem();
        });
    }

    Uni<Webhook> enable(Caller caller, UUID id) {
        return run(caller, id, "webhook.enabled", (session, webhook) -> {
            webhook.enable();
            return deliveries.hasten(session, id, clock.instant());
        });
    }

    Uni<Webhook> remove(Caller caller, UUID id) {
        return run(caller, id, "webhook.removed", (session, webhook) -> session.remove(webhook));
    }

    private Uni<Webhook> run(
            Caller caller, UUID id, String action, BiFunction<Mutiny.Session, Webhook, Uni<Void>> change) {
        return work.run(session -> webhooks.hold(session, caller, id)
                .call(webhook -> change.apply(session, webhook))
                .call(() -> audit.add(session, caller, action, id.toString(), List.of(), "own-webhook")));
    }
}
