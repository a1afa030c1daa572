package org.puente.referral.matching;

import java.time.LocalDate;
import java.util.Map;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.referral.directory.FreePlaces;

/**
 * What matching must know beside the case and the offers.
 *
 * @param isProtected a protection authority has taken the child on
 * @param seesRestricted the one who asks may see restricted offers
 */
public record Circumstances(
        LocalDate today,
        boolean isProtected,
        boolean seesRestricted,
        Map<OfferId, FreePlaces> places,
        Map<InstitutionId, AnswerRate> answering) {

    boolean sees(OfferPublished offer) {
        return seesRestricted || !offer.restricted();
    }
}
