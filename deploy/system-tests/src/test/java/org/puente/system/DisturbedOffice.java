package org.puente.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.puente.demo.CaseOffice;
import org.puente.demo.Figures;
import org.puente.demo.Institutions;
import org.puente.demo.Reception;
import org.puente.demo.Region;

/**
 * A case office in a region whose servers are killed. There a case may come later than a request waits for it, and a
 * request may fail: so a case is asked for again until it has come.
 */
record DisturbedOffice(Region addresses, Institutions institutions, CaseOffice office) {
    private static final Duration SETTLED = Duration.ofMinutes(4);

    static DisturbedOffice of(Region addresses, Institutions institutions) {
        return new DisturbedOffice(addresses, institutions, new CaseOffice(addresses, institutions, new Figures()));
    }

    /** As {@link CaseOffice#refer}. */
    Optional<CaseOffice.Issued> refer(Reception.Case registered) {
        await().atMost(SETTLED).until(() -> hasCome(registered));
        return office.refer(registered);
    }

    private boolean hasCome(Reception.Case registered) {
        String node = registered.person().node();
        return institutions
                .system(registered.person().reception())
                .get("%s/v1/cases/%s/referrals".formatted(addresses.of(node, "referral"), registered.caseId()))
                .ok();
    }
}
