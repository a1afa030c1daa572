package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
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
 * A referral that is to be issued, or whose content is to be shown: then need and priority are null,
 * and so is the consent where none stands.
 *
 * @param from the institution of this node that refers
 * @param partOf the referral that was redirected; null if none
 * @param seesRestricted whether the referring institution may use restricted offers
 * @param within the fields that may be sent; null where the referring institution decides by itself
 * @param previewed the content that was shown before; null where the referral does not depend on it
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
        Fields within,
        UUID previewed) {

    /** A referral that follows a redirect without a person. */
    IssueCommand(
            CaseFile file,
            OfferId offer,
            Need need,
            Priority priority,
            ConsentId consent,
            Party from,
            ReferralId partOf,
            boolean seesRestricted,
            Fields within) {
        this(file, offer, need, priority, consent, from, partOf, seesRestricted, within, null);
    }

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
        this(file, offer, need, priority, consent, from, partOf, seesRestricted, null, null);
    }

    /** The same, if its content is still the one that was shown. */
    IssueCommand asShown(UUID content) {
        return new IssueCommand(file, offer, need, priority, consent, from, partOf, seesRestricted, within, content);
    }

    /** Random ids; for a referral that follows a redirect, ids by which it is followed once. */
    Uni<NewReferralIds> ids(Mutiny.Session session) {
        return partOf == null
                ? Uni.createFrom().item(NewReferralIds.random())
                : NewReferralIds.following(session, partOf, offer);
    }

    /** Whether the institution that received the person refers. */
    boolean isByOwner() {
        return ownerBesideIssuer() == null;
    }

    /** The case owner, where another institution refers; else null. */
    InstitutionId ownerBesideIssuer() {
        InstitutionId owner = file.institution();
        return owner.equals(from.institution()) ? null : owner;
    }
}
