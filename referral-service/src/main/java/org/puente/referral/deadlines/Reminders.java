package org.puente.referral.deadlines;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralNote;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.referral.clock.Chore;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.Referrals;

/** Reminds the recipients of this node's referrals, once each, before the deadline is over. */
@ApplicationScoped
@Priority(Chore.REMINDERS)
public class Reminders implements Chore {
    private static final int MAX = 100;

    private final Referrals referrals;
    private final Outbox outbox;
    private final KeyedIds ids;
    private final Clock clock;
    private final double after;

    /**
     * @param after the share of the time to answer that passes before the reminder, 0 to 1
     */
    Reminders(
            Referrals referrals,
            Outbox outbox,
            KeyedIds ids,
            Clock clock,
            @ConfigProperty(name = "puente.policy.remind-after") double after) {
        this.referrals = referrals;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.after = after;
    }

    /** When the recipient of a referral is to be reminded. */
    public Instant dueOn(Instant issuedAt, Instant answerBy) {
        long millis = (long) (Duration.between(issuedAt, answerBy).toMillis() * after);
        return issuedAt.plusMillis(millis);
    }

    @Override
    public String name() {
        return "reminding";
    }

    @Override
    public String isDue() {
        return Referrals.ANY_TO_REMIND;
    }

    @Override
    public Uni<Void> run(Mutiny.Session session) {
        Instant now = clock.instant();
        return referrals
                .takeToRemind(session, now, MAX)
                .invoke(all -> all.forEach(referral -> referral.reminded(now, now)))
                .chain(all -> publish(session, all, now));
    }

    private Uni<Void> publish(Mutiny.Session session, List<Referral> all, Instant now) {
        return outbox.add(
                session,
                all.stream()
                        .map(referral -> new Outgoing(
                                ids.of("reminded", referral.id()),
                                new ReferralNote.Reminded(
                                        referral.id(),
                                        referral.caseId(),
                                        referral.from().institution(),
                                        now,
                                        referral.answerBy()),
                                referral.to().node(),
                                now))
                        .toList());
    }
}
