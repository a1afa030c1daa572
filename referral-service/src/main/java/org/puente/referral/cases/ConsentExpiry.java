package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentId;
import org.puente.platform.Node;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.clock.Chore;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.Referrals;

/**
 * Ends this node's consents whose last day is over, as a withdrawal does. Recipients don't know
 * that day, so {@code withdrawn} is published to them. A referral that another consent of the case
 * covers goes on, and ends with that consent.
 */
@ApplicationScoped
@Priority(Chore.CONSENTS)
public class ConsentExpiry implements Chore {
    private static final int MAX = 50;

    private final Node node;
    private final Directory directory;
    private final Cases cases;
    private final Referrals referrals;
    private final ConsentWithdrawal withdrawal;
    private final Clock clock;

    ConsentExpiry(
            Node node,
            Directory directory,
            Cases cases,
            Referrals referrals,
            ConsentWithdrawal withdrawal,
            Clock clock) {
        this.node = node;
        this.directory = directory;
        this.cases = cases;
        this.referrals = referrals;
        this.withdrawal = withdrawal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "the end of consents";
    }

    @Override
    public String isDue() {
        return Cases.ANY_TO_END;
    }

    /** As long as the node's calendar isn't known, no consent ends. */
    @Override
    public Uni<Void> run(Mutiny.Session session) {
        return directory
                .nodes(session, node.id())
                .map(entries -> entries.get(node.id()))
                .chain(own -> own == NodeEntry.UNKNOWN ? nothing() : endSome(session, own.today(clock.instant())));
    }

    private Uni<Void> endSome(Mutiny.Session session, LocalDate today) {
        return cases.endSome(session, today, MAX).chain(over -> over.isEmpty() ? nothing() : end(session, over, today));
    }

    private Uni<Void> end(Mutiny.Session session, List<ConsentId> over, LocalDate today) {
        return referrals.holdUnder(session, over).chain(all -> all.isEmpty() ? nothing() : settle(session, all, today));
    }

    private Uni<Void> settle(Mutiny.Session session, List<Referral> all, LocalDate today) {
        return cases.consents(session, all.stream().map(Referral::caseId).collect(Collectors.toSet()))
                .chain(standing -> Sequential.each(all, referral -> settle(session, referral, standing, today)));
    }

    private Uni<Void> settle(Mutiny.Session session, Referral referral, List<Consent> standing, LocalDate today) {
        List<ConsentId> others = standing.stream()
                .filter(consent -> covers(consent, referral, today))
                .map(Consent::id)
                .toList();
        return others.isEmpty()
                ? withdrawal.withdraw(session, List.of(referral))
                : goOn(session, referral, others.getFirst(), today);
    }

    /** Locks the other consent: a withdrawal at this moment waits, or is seen here. */
    private Uni<Void> goOn(Mutiny.Session session, Referral referral, ConsentId under, LocalDate today) {
        return cases.consent(session, under).chain(consent -> {
            if (covers(consent, referral, today)) {
                referral.goOnUnder(under);
                return nothing();
            }
            return withdrawal.withdraw(session, List.of(referral));
        });
    }

    private boolean covers(Consent consent, Referral referral, LocalDate today) {
        return consent.isOf(referral.caseId()) && consent.permitsReferral(node.id(), referral.to(), today);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
