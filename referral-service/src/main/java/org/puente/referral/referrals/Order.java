package org.puente.referral.referrals;

import org.puente.contracts.ConsentId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralId;
import org.puente.referral.cases.CaseFile;

/**
 * What is to be issued.
 *
 * @param from the institution of this node that refers
 * @param partOf the referral that was redirected; null if none
 */
record Order(
        CaseFile file,
        OfferId offer,
        Need need,
        Priority priority,
        ConsentId consent,
        Party from,
        ReferralId partOf) {}
