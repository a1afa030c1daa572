package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The play's referrals, as the reception institutions that issued them see them. */
final class Referrals {
    private Referrals() {}

    /**
     * @param since the beginning of the play
     */
    static Map<String, Integer> byStatus(Region region, Institutions institutions, OwnCases own, Instant since) {
        String changed = "&modifiedAfter=" + Agency.encode(since.toString());
        Map<String, Integer> byStatus = new TreeMap<>();
        for (String node : Region.NODES) {
            String url = region.of(node, "referral") + "/v1/referrals?box=outgoing&limit=500" + changed;
            for (JsonNode referral :
                    institutions.system(Receptions.of(node).institution()).items(url)) {
                if (own.hasReferral(referral.path("referralId").asText())) {
                    byStatus.merge(referral.path("status").asText(), 1, Integer::sum);
                }
            }
        }
        return byStatus;
    }
}
