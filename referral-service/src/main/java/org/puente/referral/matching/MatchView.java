package org.puente.referral.matching;

import java.util.List;
import java.util.Locale;
import org.puente.contracts.Dimension;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.text.Label;
import org.puente.platform.web.Texts;

/**
 * A match as an agency's system reads it: the offer, and why it suits or does not, in words.
 *
 * @param needsFields the fields of the dossier that are sent when the person is referred to the
 *     offer
 */
public record MatchView(
        OfferId offerId,
        NodeId node,
        InstitutionId institution,
        LocalizedText name,
        Level level,
        Dimension dimension,
        String category,
        List<DossierField> needsFields,
        boolean eligible,
        List<Why> reasons) {

    public static MatchView of(Match match, Locale locale) {
        var offer = match.offer();
        return new MatchView(
                offer.offerId(),
                offer.node(),
                offer.institution(),
                offer.name(),
                offer.level(),
                offer.dimension(),
                offer.category(),
                offer.needsFields(),
                match.eligible(),
                match.reasons().stream().map(reason -> Why.of(reason, locale)).toList());
    }

    /**
     * A reason.
     *
     * @param code for machines
     * @param against whether it rules the offer out
     */
    public record Why(String code, boolean against, String text) {
        static Why of(Reason reason, Locale locale) {
            return new Why(
                    reason.code(),
                    reason.blocks(),
                    Texts.of(
                            locale,
                            "reason-" + reason.code(),
                            reason.args().stream()
                                    .map(arg -> arg instanceof Label label ? label.in(locale) : arg)
                                    .toArray()));
        }
    }
}
