package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.audit.Audit;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.referral.changes.ChangeFeed;

/** Makes webhooks and their secrets: requests that may be repeated, and whose answers show a secret. */
@ApplicationScoped
class WebhookRegistration {
    private final Idempotency idempotency;
    private final Webhooks webhooks;
    private final ChangeFeed feed;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    @ConfigProperty(name = "puente.webhooks.former-secret-signs")
    Duration formerSigns;

    WebhookRegistration(
            Idempotency idempotency, Webhooks webhooks, ChangeFeed feed, Secrets secrets, Audit audit, Clock clock) {
        this.idempotency = idempotency;
        this.webhooks = webhooks;
        this.feed = feed;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** The new webhook is notified of changes from now on. */
    Uni<StoredResponse> register(Caller caller, InstitutionId owner, WebhookRequest wanted, String key) {
        Instant now = clock.instant();
        return feed.settle()
                .chain(feed::head)
                .chain(head -> idempotency.once(
                        caller,
                        key,
                        "POST /v1/webhooks",
                        wanted,
                        session -> add(session, caller, Webhook.register(owner, wanted, fresh(), head, now))))
                .map(secrets::shown);
    }

    private Uni<StoredResponse> add(Mutiny.Session session, Caller caller, Webhook webhook) {
        return webhooks.add(session, webhook)
                .chain(() -> note(session, caller, webhook, "webhook.registered"))
                .replaceWith(() -> created(webhook));
    }

    private static StoredResponse created(Webhook webhook) {
        return StoredResponse.created("/v1/webhooks/" + webhook.id, withSecret(webhook))
                .version(webhook.revision);
    }

    Uni<StoredResponse> replaceSecret(Caller caller, UUID id, String key) {
        Instant now = clock.instant();
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/webhooks/" + id + "/secret",
                        "",
                        session -> webhooks.hold(session, caller, id)
                                .invoke(webhook -> webhook.replaceSecret(fresh(), now.plus(formerSigns)))
                                .call(webhook -> note(session, caller, webhook, "webhook.secret-replaced"))
                                .map(webhook ->
                                        StoredResponse.ok(withSecret(webhook)).version(webhook.revision)))
                .map(secrets::shown);
    }

    private String fresh() {
        return secrets.seal(StandardWebhooks.newSecret());
    }

    private static WebhookView.WithSecret withSecret(Webhook webhook) {
        return new WebhookView.WithSecret(WebhookView.of(webhook), webhook.secret);
    }

    private Uni<Void> note(Mutiny.Session session, Caller caller, Webhook webhook, String action) {
        return audit.add(session, caller, action, webhook.id.toString(), List.of(), "own-webhook");
    }
}
