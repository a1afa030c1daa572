package org.puente.referral.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.InstitutionId;
import org.puente.platform.ids.Ids;

/** A URL at which an institution is notified of changes. */
@Entity
@Table(name = "webhook")
class Webhook {
    /** Of a native query; never all, since a later release may add some. */
    static final String COLUMNS = "id, institution, url, boxes, statuses, secret, former_secret, former_until,"
            + " created_at, seen, leased_until, delivered_at, disabled_at, disabled_why, revision";

    /** All attempts of a delivery failed, and no other delivery succeeded meanwhile. */
    static final String UNANSWERED = "unanswered";

    /** The receiver answered 410. */
    static final String GONE = "gone";

    /** Longer than the attempts between two records may take; the webhooks of an instance that dies wait for so long. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** The longest time in which a receiver in trouble gets no delivery at all. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    @Id
    UUID id;

    String institution;
    String url;
    String boxes;
    String statuses;
    String secret;

    @Column(name = "former_secret")
    String formerSecret;

    @Column(name = "former_until")
    Instant formerUntil;

    @Column(name = "created_at")
    Instant createdAt;

    long seen;

    @Column(name = "leased_until")
    Instant leasedUntil;

    @Column(name = "delivered_at")
    Instant deliveredAt;

    @Column(name = "disabled_at")
    Instant disabledAt;

    @Column(name = "disabled_why")
    String disabledWhy;

    long revision;

    protected Webhook() {}

    /**
     * @param seen position in the change feed after which it is notified of changes
     */
    static Webhook register(InstitutionId owner, WebhookRequest wanted, String sealedSecret, long seen, Instant now) {
        Webhook webhook = new Webhook();
        webhook.id = Ids.next();
        webhook.institution = owner.value();
        webhook.secret = sealedSecret;
        webhook.createdAt = now;
        webhook.seen = seen;
        webhook.change(wanted);
        return webhook;
    }

    InstitutionId owner() {
        return new InstitutionId(institution);
    }

    boolean isEnabled() {
        return disabledAt == null;
    }

    void change(WebhookRequest wanted) {
        url = wanted.url();
        boxes = WebhookRequest.words(wanted.boxes());
        statuses = WebhookRequest.words(wanted.statuses());
        revision++;
    }

    /** Goes on where it stopped. */
    void enable() {
        disabledAt = null;
        disabledWhy = null;
        leasedUntil = null;
        revision++;
    }

    /** The former secret signs as well for a while, so that the receiver can follow. */
    void replaceSecret(String sealed, Instant formerUntil) {
        this.formerSecret = secret;
        this.formerUntil = formerUntil;
        this.secret = sealed;
        revision++;
    }

    /** Until when a webhook that is leased now is kept away from other instances. */
    static Instant leasedUntil(Instant now) {
        return now.plus(LEASE);
    }

    /**
     * Applies the outcome of an attempt. After the last failed attempt the delivery has failed, and
     * where no other delivery succeeded in all that time the webhook is disabled. After a 410 both
     * happen at once.
     *
     * @param wait until the next attempt; empty where none is left
     */
    void attempted(Delivery delivery, Outcome outcome, Optional<Duration> wait, Instant now) {
        delivery.attempted(outcome, now);
        rest(wait.orElse(Duration.ZERO), now);
        if (outcome.isSuccess()) {
            delivery.end(DeliveryState.DELIVERED);
            deliveredAt = now;
        } else if (outcome.isGone()) {
            delivery.end(DeliveryState.FAILED);
            disable(GONE, now);
        } else if (wait.isPresent()) {
            delivery.waitFor(wait.get(), now);
        } else {
            delivery.end(DeliveryState.FAILED);
            if (deliveredAt == null || deliveredAt.isBefore(delivery.firstAt)) {
                disable(UNANSWERED, now);
            }
        }
    }

    /** Sends nothing to the receiver for a while. */
    private void rest(Duration wait, Instant now) {
        leasedUntil = now.plus(wait.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wait);
    }

    private void disable(String why, Instant now) {
        if (!isEnabled()) {
            return;
        }
        disabledAt = now;
        disabledWhy = why;
        leasedUntil = null;
        revision++;
    }
}
