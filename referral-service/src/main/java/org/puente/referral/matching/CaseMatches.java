package org.puente.referral.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.platform.Node;
import org.puente.platform.web.Caller;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.OfferCache;
import org.puente.referral.issuing.Onward;
import org.puente.referral.referrals.Referrals;

/** The offers of the region for a case, as one of its institutions may see them. */
@ApplicationScoped
public class CaseMatches {
    private final Node node;
    private final Directory directory;
    private final OfferCache offers;
    private final Referrals referrals;
    private final Onward onward;
    private final AnswerRecord answering;
    private final Clock clock;
    private final Set<String> seeRestricted;

    /**
     * @param seeRestricted the roles that see restricted offers
     */
    CaseMatches(
            Node node,
            Directory directory,
            OfferCache offers,
            Referrals referrals,
            Onward onward,
            AnswerRecord answering,
            Clock clock,
            @ConfigProperty(name = "puente.policy.restricted-offers-roles") Set<String> seeRestricted) {
        this.node = node;
        this.directory = directory;
        this.offers = offers;
        this.referrals = referrals;
        this.onward = onward;
        this.answering = answering;
        this.clock = clock;
        this.seeRestricted = Set.copyOf(seeRestricted);
    }

    /** Whether the caller may see restricted offers. */
    public boolean seesRestricted(Caller caller) {
        return seeRestricted.stream().anyMatch(caller.roles()::contains);
    }

    public Uni<List<Match>> of(Mutiny.Session session, Caller caller, CaseFile file) {
        return offers.known(session)
                .chain(known -> circumstances(session, caller, file, known)
                        .map(now -> new Matching(file.state(), now))
                        .map(matching -> matching.rank(known.all())));
    }

    private Uni<Circumstances> circumstances(
            Mutiny.Session session, Caller caller, CaseFile file, OfferCache.Known known) {
        return isProtected(session, file.id(), file.state())
                .chain(taken -> asked(session, caller, file, taken))
                .map(asked -> new Circumstances(
                        asked.today,
                        asked.isProtected,
                        seesRestricted(caller),
                        known.places(),
                        asked.rates,
                        asked.known.fields(),
                        onward.approved(),
                        asked.known.danger()));
    }

    private Uni<Asked> asked(Mutiny.Session session, Caller caller, CaseFile file, boolean isProtected) {
        return directory
                .today(session, node.id(), clock.instant())
                .chain(today -> onward.knownOf(
                                session, file, caller.institution(), waitsForProtection(file.state(), isProtected))
                        .chain(known ->
                                answering.rates(session).map(rates -> new Asked(today, isProtected, rates, known))));
    }

    /** Read only where it makes a difference: for a child alone. */
    private Uni<Boolean> isProtected(Mutiny.Session session, CaseId id, WholeState person) {
        return ChildAlone.is(person.profiles())
                ? referrals.isProtected(session, id)
                : Uni.createFrom().item(false);
    }

    private static boolean waitsForProtection(WholeState person, boolean isProtected) {
        return ChildAlone.is(person.profiles()) && !isProtected;
    }

    private record Asked(
            LocalDate today, boolean isProtected, Map<InstitutionId, AnswerRate> rates, Onward.Known known) {}
}
