package org.puente.referral.hostile;

import java.util.UUID;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;

/** Referrals that name what belongs to another's. */
final class Claims {
    private Claims() {}

    /** A node's own referral that names the case, the consent and the dossier of another's. */
    static ReferralFact.Issued on(ReferralFact.Issued another, String node, String institution) {
        Party liar = new Party(new NodeId(node), new InstitutionId(institution));
        return new ReferralFact.Issued(
                new ReferralId(UUID.randomUUID()),
                another.caseId(),
                liar.institution(),
                another.occurredAt(),
                null,
                another.offerId(),
                liar,
                another.to(),
                another.need(),
                another.priority(),
                another.answerBy(),
                another.consentId(),
                another.dossierId());
    }
}
