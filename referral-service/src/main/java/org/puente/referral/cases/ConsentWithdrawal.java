package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.ReturnFact.ConsentWithdrawn;
import org.puente.contracts.Side;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.Node;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
import org.puente.referral.referrals.Referrals;

/**
 * Acts on the end of a consent of this node, for all recipients or, by new terms, for some.
 * {@code withdrawn} is published to every recipient that it no longer permits, also where the
 * referral is over: the dossier there has to be erased all the same.
 */
@ApplicationScoped
public class ConsentWithdrawal {
    private final Node node;
    private final Cases cases;
    private final PublishedConsents published;
    private final Referrals referrals;
    private final ReferralChanges changes;
    private final Clock clock;

    ConsentWithdrawal(
            Node node,
            Cases cases,
            PublishedConsents published,
            Referrals referrals,
            ReferralChanges changes,
            Clock clock) {
        this.node = node;
        this.cases = cases;
        this.published = published;
        this.referrals = referrals;
        this.changes = changes;
        this.clock = clock;
    }

    public Uni<Void> on(Mutiny.Session session, ConsentWithdrawn end) {
        return published
                .withdraw(session, end)
                .chain(() -> referrals.holdUnder(session, end.consentId()))
                .chain(all -> withdraw(session, all));
    }

    /**
     * A return was erased. Where its retention was over, a consent may still have stood: it ends, and every referral
     * of the case with it. What was kept of the values that were sent is forgotten.
     */
    public Uni<Void> on(Mutiny.Session session, ReturnFact.Erased erased) {
        return cases.endAll(session, erased)
                .chain(consents -> consents.isEmpty()
                        ? Uni.createFrom().item(List.<Referral>of())
                        : referrals.holdUnder(session, consents))
                .invoke(all -> all.forEach(
                        referral -> referral.shares(referral.sharing().withoutMarks())))
                .chain(all -> withdraw(session, all));
    }

    /** A consent may be recorded again, with terms that leave out a former recipient. */
    Uni<Void> follow(Mutiny.Session session, ConsentId recorded) {
        return referrals
                .holdUnder(session, recorded)
                .chain(all -> all.isEmpty() ? Uni.createFrom().voidItem() : withdrawBeyond(session, recorded, all));
    }

    private Uni<Void> withdrawBeyond(Mutiny.Session session, ConsentId id, List<Referral> all) {
        return cases.consent(session, id)
                .map(consent -> all.stream()
                        .filter(referral -> !consent.isMeantFor(node.id(), referral.to()))
                        .toList())
                .chain(beyond -> withdraw(session, beyond));
    }

    /** Withdraws each referral that was not yet withdrawn because its consent ended. */
    Uni<Void> withdraw(Mutiny.Session session, List<Referral> all) {
        Instant now = clock.instant();
        List<Referral> notYetWithdrawn = all.stream()
                .filter(referral -> referral.facts().stream().noneMatch(ConsentWithdrawal::endsTheConsent))
                .toList();
        return Sequential.each(
                notYetWithdrawn,
                referral -> changes.apply(
                        session, referral, changes.automatic(Side.ISSUER, withdrawn(referral, now)), ChangeOrigin.OWN));
    }

    /** Only this reason erases. A referral that was withdrawn for another reason may get it later. */
    private static boolean endsTheConsent(RecordedFact recorded) {
        return recorded.fact() instanceof ReferralFact.Withdrawn withdrawn
                && withdrawn.reason() == WithdrawalReason.CONSENT_WITHDRAWN;
    }

    private static ReferralFact withdrawn(Referral referral, Instant now) {
        return new ReferralFact.Withdrawn(
                referral.id(),
                referral.caseId(),
                referral.from().institution(),
                now,
                WithdrawalReason.CONSENT_WITHDRAWN);
    }
}
