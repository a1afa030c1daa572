package org.puente.registry.hsds;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.registry.wording.Wording;

/** The text that a reader must know before a referral to an offer. */
final class Alert {
    private Alert() {}

    /**
     * @return null if there is nothing to know
     */
    static String of(OfferPublished offer, RenderContext context) {
        List<String> alerts = new ArrayList<>();
        Wording wording = context.wording();
        if (offer.status() != DirectoryStatus.ACTIVE) {
            alerts.add(wording.text("alert-" + offer.status().code()));
        }
        if (offer.status() != DirectoryStatus.WITHDRAWN && context.assurance().stale(offer.assuredOn())) {
            alerts.add(
                    offer.assuredOn() == null
                            ? wording.text("alert-never-assured")
                            : wording.text("alert-stale", offer.assuredOn().toString()));
        }
        return alerts.isEmpty() ? null : String.join(" ", alerts);
    }
}
