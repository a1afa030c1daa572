package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;
import org.puente.referral.cases.Cases;
import org.puente.referral.cases.Consent;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.Dossier;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.referrals.Referrals;

/** Reads what the rules of issuing need to know of any referral, by one statement. */
@ApplicationScoped
class IssueReadings {
    private static final String READ = """
            with given as (
                select cast(:offer as text) as offer, cast(:node as text) as node,
                       cast(:caseId as uuid) as case_id, cast(:consent as uuid) as consent)
            select offer.status, offer.state,
                   own.jwks as own_jwks, own.timezone as own_zone,
                   recipient.jwks as recipient_jwks, recipient.timezone as recipient_zone,
                   held.case_id as consent_case, held.terms, held.withdrawn_at,
                   %s as is_open, dossier.dossier_id, dossier.jwe
            from given
            left join lateral (%s) offer on true
            left join lateral (%s) own on true
            left join lateral (%s) recipient on true
            left join lateral (%s) held on true
            left join lateral (%s) dossier on true
            """.formatted(
                    Referrals.IS_OPEN,
                    Directory.OFFER_OF_GIVEN,
                    Directory.NODE_OF_GIVEN,
                    Directory.NODE_OF_OFFER,
                    Cases.CONSENT_OF_GIVEN,
                    Dossiers.NEWEST_OF_GIVEN);

    private final Node node;

    IssueReadings(Node node) {
        this.node = node;
    }

    /**
     * @param offer null where the directory has no such offer
     * @param own what this node has published of itself
     * @param recipient the same of the offer's node
     * @param consent locked until the transaction ends, as by {@link Cases#consent}; null where none is known
     * @param isOpen whether this node has referred the case to the offer, and that referral still stands
     * @param dossier the newest of the case; null where none has come
     */
    record Readings(
            Offer offer, NodeEntry own, NodeEntry recipient, Consent consent, boolean isOpen, Dossier dossier) {}

    /** Who issues must hold the case: else another referral of it may be issued meanwhile. A preview need not. */
    Uni<Readings> of(Mutiny.Session session, IssueCommand command) {
        UUID consent = command.consent() == null ? null : command.consent().value();
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("offer", command.offer().value())
                .setParameter("node", node.id().value())
                .setParameter("caseId", command.file().id().value().toString())
                .setParameter("consent", consent == null ? null : consent.toString())
                .getSingleResult()
                .map(row -> new Readings(
                        row[1] == null ? null : new Offer((String) row[0], (String) row[1]),
                        NodeEntry.of((String) row[2], (String) row[3]),
                        NodeEntry.of((String) row[4], (String) row[5]),
                        Consent.of(consent, row[6], row[7], row[8]),
                        (Boolean) row[9],
                        row[10] == null ? null : new Dossier((UUID) row[10], (String) row[11])));
    }
}
