package org.puente.referral.hostile;

import org.puente.contracts.DossierFact;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Wire;

/** Dossiers as they lie on the wire. */
final class SealedDossiers {
    private SealedDossiers() {}

    /** The key to which this node has sealed what goes with a referral; null until it has. */
    static String kidOf(String node, String referral) {
        return Wire.dump("puente.gtm.dossiers." + node).stream()
                .filter(record -> record.value() != null && record.value().contains(referral))
                .map(record ->
                        Json.read(record.value(), DossierFact.Sealed.class).kid())
                .findFirst()
                .orElse(null);
    }
}
