package org.puente.demo;

import java.util.List;

/** Where the demo's people are received. */
record Receptions(String node, String institution, String point, String mode, String country) {
    private static final List<Receptions> ALL = List.of(
            new Receptions("slv", "slv-dgme", "slv-la-chacra", "road", "SLV"),
            new Receptions("gtm", "gtm-igm", "gtm-fag", "air", "GTM"),
            new Receptions("hnd", "hnd-inm", "hnd-camr-sps", "air", "HND"),
            new Receptions("mex", "mex-inm", "mex-tijuana", "road", "MEX"));

    static Receptions of(String node) {
        return ALL.stream().filter(one -> one.node.equals(node)).findFirst().orElseThrow();
    }
}
