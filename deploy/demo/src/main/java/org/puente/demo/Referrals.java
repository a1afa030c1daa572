package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The referrals that the reception institutions have issued, read page by page. */
final class Referrals {
    private Referrals() {}

    static Map<String, Integer> byStatus(Region region, Institutions institutions) {
        Map<String, Integer> byStatus = new TreeMap<>();
        for (String node : Region.NODES) {
            Agency system = institutions.system(Receptions.of(node).institution());
            String url = region.of(node, "referral") + "/v1/referrals?box=outgoing&limit=500";
            String next = "";
            while (next != null) {
                JsonNode page = system.get(url + next).body();
                page.path("items")
                        .forEach(referral ->
                                byStatus.merge(referral.path("status").asText(), 1, Integer::sum));
                next = page.hasNonNull("next")
                        ? "&cursor=" + Agency.encode(page.path("next").asText())
                        : null;
            }
        }
        return byStatus;
    }
}
