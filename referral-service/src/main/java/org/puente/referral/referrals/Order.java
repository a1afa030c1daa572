package org.puente.referral.referrals;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DossierId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralId;
import org.puente.platform.Ids;
import org.puente.referral.cases.CaseFile;

/**
 * What is to be issued.
 *
 * @param from the institution of this node that refers
 * @param partOf the referral that was redirected; null if none
 * @param seesRestricted whether restricted offers exist for the one who refers
 */
record Order(
        CaseFile file,
        OfferId offer,
        Need need,
        Priority priority,
        ConsentId consent,
        Party from,
        ReferralId partOf,
        boolean seesRestricted) {

    /**
     * The id that the referral gets. That of a redirect follows from what was redirected, and to
     * where: it is followed once, also where the database was restored in between.
     */
    ReferralId referralId() {
        return new ReferralId(partOf == null ? Ids.next() : following("referral"));
    }

    DossierId dossierId() {
        return new DossierId(partOf == null ? Ids.next() : following("dossier"));
    }

    private UUID following(String what) {
        String name = what + " " + partOf + " " + offer;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
