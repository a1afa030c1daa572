package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.Node;
import org.puente.platform.web.Paging;
import org.puente.referral.boxes.Box;
import org.puente.referral.boxes.BoxQuery;

/**
 * The boxes of institutions, page by page in the order of change, oldest first. The outgoing box
 * also holds what other institutions of the node referred of the institution's cases.
 */
@ApplicationScoped
public class BoxPages {
    private static final String INCOMING = "toNode = :node and toInstitution = :institution";
    private static final String OUTGOING = "fromNode = :node and fromInstitution = :institution";
    private static final String OF_OWN_CASES = "fromNode = :node and sharing.caseOwner = :institution";

    /** The order of the database, which compares ids byte by byte, without a sign. */
    private static final Comparator<Referral> ORDER = Comparator.comparing((Referral one) -> one.modifiedAt())
            .thenComparing(referral -> referral.localId().toString());

    private final Node node;

    BoxPages(Node node) {
        this.node = node;
    }

    public Uni<List<Referral>> page(Mutiny.Session session, InstitutionId institution, BoxQuery query, Paging paging) {
        return query.box() == Box.INCOMING
                ? page(session, INCOMING, institution, query, paging)
                : page(session, OUTGOING, institution, query, paging)
                        .chain(own -> page(session, OF_OWN_CASES, institution, query, paging)
                                .map(others -> merged(own, others, paging)));
    }

    private static List<Referral> merged(List<Referral> one, List<Referral> other, Paging paging) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(ORDER)
                .limit(paging.reach())
                .toList();
    }

    private Uni<List<Referral>> page(
            Mutiny.Session session, String which, InstitutionId institution, BoxQuery query, Paging paging) {
        Instant modifiedAfter = query.modifiedAfter();
        Instant after = modifiedAfter.isAfter(paging.after()) ? modifiedAfter : paging.after();
        UUID afterId = after.equals(paging.after()) ? paging.afterId() : new UUID(-1, -1);
        return session.createQuery(
                        "from Referral where "
                                + which
                                + " and facts.status in :statuses and (modifiedAt > :after"
                                + " or (modifiedAt = :after and referralId > :afterId))"
                                + " order by modifiedAt, referralId",
                        Referral.class)
                .setParameter("node", node.id().value())
                .setParameter("institution", institution.value())
                .setParameter(
                        "statuses",
                        query.statuses().stream().map(ReferralStatus::code).toList())
                .setParameter("after", after)
                .setParameter("afterId", afterId)
                .setMaxResults(paging.reach())
                .getResultList();
    }
}
