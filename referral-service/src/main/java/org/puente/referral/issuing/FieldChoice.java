package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Fields;

/**
 * What becomes of each field that an offer needs. A referral is issued only where all of them go.
 *
 * @param going held, and permitted to be sent
 * @param missing permitted to be sent, but the dossier does not hold them
 * @param leftOut not permitted to be sent, whether or not the dossier holds them
 */
record FieldChoice(List<DossierField> going, List<DossierField> missing, List<LeftOut> leftOut) {

    /**
     * @param rule that keeps the field back; its text for people has this key
     */
    record LeftOut(DossierField field, String rule) {}

    /**
     * @param isCovered whether a consent covers the recipient
     * @param allowed the fields that the referring institution may send
     * @param approved the categories whose restricted offers may get the field {@code restricted}
     */
    static FieldChoice of(
            ObjectNode contents, OfferPublished offer, boolean isCovered, Fields allowed, Set<String> approved) {
        List<DossierField> going = new ArrayList<>();
        List<DossierField> missing = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (DossierField field : offer.needsFields().stream().distinct().toList()) {
            if (!isCovered) {
                leftOut.add(new LeftOut(field, "left-out-without-consent"));
            } else if (!allowed.has(field)) {
                leftOut.add(new LeftOut(field, "left-out-for-owner"));
            } else if (field == DossierField.RESTRICTED && !IssuePolicy.mayGetRestricted(offer, approved)) {
                leftOut.add(new LeftOut(field, "left-out-not-approved"));
            } else if (Dossiers.holds(contents, field)) {
                going.add(field);
            } else {
                missing.add(field);
            }
        }
        return new FieldChoice(going, missing, leftOut);
    }

    /** The part of the dossier that goes: this, and nothing else, is shown and sealed. */
    ObjectNode of(ObjectNode contents) {
        return Dossiers.select(contents, going);
    }
}
