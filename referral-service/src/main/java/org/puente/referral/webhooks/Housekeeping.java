package org.puente.referral.webhooks;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;

/** Deletes deliveries that are long over, and keeps the secrets under the node's newest key. */
@ApplicationScoped
class Housekeeping {
    private final UnitOfWork work;
    private final Secrets secrets;
    private final Clock clock;

    @ConfigProperty(name = "puente.webhooks.deliveries-kept")
    Duration kept;

    Housekeeping(UnitOfWork work, Secrets secrets, Clock clock) {
        this.work = work;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "webhooks-housekeeping")
    Uni<Void> tick() {
        return work.run(this::forget).chain(() -> work.run(this::reseal));
    }

    Uni<Void> forget(Mutiny.Session session) {
        return session.createNativeQuery(
                        "delete from webhook_delivery" + " where state <> 'pending' and last_at < :before")
                .setParameter("before", clock.instant().minus(kept))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> reseal(Mutiny.Session session) {
        return session.createNativeQuery("select " + Webhook.COLUMNS + " from webhook for update", Webhook.class)
                .getResultList()
                .invoke(this::reseal)
                .replaceWithVoid();
    }

    private void reseal(List<Webhook> all) {
        for (Webhook webhook : all) {
            String renewed = secrets.renewed(webhook.secret);
            webhook.secret = renewed == null ? webhook.secret : renewed;
            if (webhook.formerSecret != null) {
                String former = secrets.renewed(webhook.formerSecret);
                webhook.formerSecret = former == null ? webhook.formerSecret : former;
            }
        }
    }
}
