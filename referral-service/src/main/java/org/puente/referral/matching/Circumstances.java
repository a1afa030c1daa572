package org.puente.referral.matching;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.referral.directory.FreePlaces;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;

/**
 * The facts that matching needs beside the case and the offers.
 *
 * @param isProtected a protection authority has taken the child on
 * @param seesRestricted the caller may see restricted offers
 * @param held the fields of the person that the caller may know, and pass on: none where danger is recorded that it was
 *     not told of
 * @param restrictedCategories whose restricted offers may get the field {@code restricted}
 * @param danger where the person is in danger, whether the caller may know that or not
 */
public record Circumstances(
        LocalDate today,
        boolean isProtected,
        boolean seesRestricted,
        Map<OfferId, FreePlaces> places,
        Map<InstitutionId, AnswerRate> answering,
        Fields held,
        Set<String> restrictedCategories,
        DangerPlaces danger) {

    boolean sees(OfferPublished offer) {
        return seesRestricted || !offer.restricted();
    }

    /** Whether an offer may get the field {@code restricted}. */
    boolean approves(OfferPublished offer) {
        return offer.restricted() && restrictedCategories.contains(offer.category());
    }
}
