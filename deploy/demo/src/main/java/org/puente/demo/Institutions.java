package org.puente.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The systems of institutions, each logged in once. */
public final class Institutions {
    private final Region region;
    private final Map<String, Agency> systems = new ConcurrentHashMap<>();

    public Institutions(Region region) {
        this.region = region;
    }

    public Agency system(String institution) {
        return systems.computeIfAbsent(institution, id -> Agency.system(region, id));
    }

    /** The status of a referral, as an institution at a node sees it; "" if it sees none. */
    public String status(String node, String institution, String referralId) {
        return system(institution)
                .get(region.of(node, "referral") + "/v1/referrals/" + referralId)
                .body()
                .path("status")
                .asText();
    }
}
