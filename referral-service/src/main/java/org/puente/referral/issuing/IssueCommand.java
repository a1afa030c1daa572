package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralId;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.dossiers.Fields;

/**
 * A referral that is to be issued.
 *
 * @param from the institution of this node that refers
 * @param partOf the referral that was redirected; null if none
 * @param seesRestricted whether the referring institution may use restricted offers
 * @param within the fields that may be sent; null where the referring institution decides by itself
 */
record IssueCommand(
        CaseFile file,
        OfferId offer,
        Need need,
        Priority priority,
        ConsentId consent,
        Party from,
        ReferralId partOf,
        boolean seesRestricted,
        Fields within) {

    /** A referral that a person decides. */
    IssueCommand(
            CaseFile file,
            OfferId offer,
            Need need,
            Priority priority,
            ConsentId consent,
            Party from,
            ReferralId partOf,
            boolean seesRestricted) {
        this(file, offer, need, priority, consent, from, partOf, seesRestricted, null);
    }

    /** Random ids; for a referral that follows a redirect, ids by which it is followed once. */
    Uni<NewReferralIds> ids(Mutiny.Session session) {
        return partOf == null
                ? Uni.createFrom().item(NewReferralIds.random())
                : NewReferralIds.following(session, partOf, offer);
    }

    /** The case owner, where another institution refers; else null. */
    InstitutionId ownerBesideIssuer() {
        InstitutionId owner = file.institution();
        return owner.equals(from.institution()) ? null : owner;
    }
}
