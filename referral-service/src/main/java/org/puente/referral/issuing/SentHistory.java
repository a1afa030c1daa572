package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;
import org.puente.platform.Node;
import org.puente.referral.dossiers.SentValues;

/** Which data of a person went to whom, by the referrals that this node issued. */
@ApplicationScoped
class SentHistory {
    private static final String CHAIN = """
            with recursive chain as (
                select referral_id, part_of, offer_id from referral_standing where referral_id = :id
                union
                select above.referral_id, above.part_of, above.offer_id
                from chain join referral_standing above on above.referral_id = chain.part_of
                where above.from_node = :node)
            select offer_id from chain
            """;

    private static final String SENT = """
            select r.dossier_id, r.sent_marks from referral_standing r left join dossier_standing d
                on d.dossier_id = r.dossier_id and d.from_node = r.from_node
                   and d.belongs_to = r.referral_id
            where r.case_id = :caseId and r.from_node = :node and r.to_node = :node
              and r.to_institution = :institution and r.sent_marks is not null
              and r.status not in ('declined', 'redirected', 'cancelled', 'withdrawn')
              and d.erased_at is null
            """;

    private final Node node;

    SentHistory(Node node) {
        this.node = node;
    }

    /** The offers of a referral of this node and of those that it is part of. */
    Uni<List<OfferId>> offersUpTo(Mutiny.Session session, ReferralId id) {
        return session.createNativeQuery(CHAIN, String.class)
                .setParameter("id", id.value())
                .setParameter("node", node.id().value())
                .getResultList()
                .map(rows -> rows.stream().map(OfferId::new).toList());
    }

    /**
     * What an institution of this node was sent of a case and still holds: it isn't erased, nor was
     * the referral declined, redirected, cancelled or withdrawn.
     */
    Uni<List<SentValues>> sentTo(Mutiny.Session session, CaseId caseId, InstitutionId institution) {
        return session.createNativeQuery(SENT, Object[].class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .setParameter("institution", institution.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new SentValues(new DossierId((UUID) row[0]), (String) row[1]))
                        .toList());
    }
}
