package org.puente.local;

import java.util.List;

/** One process of the region: how it is made ready to start, started, and seen to be ready. */
interface Server {
    /** E.g. {@code kafka} or {@code gtm/referral}. */
    String name();

    /** The ports that it listens on; the first is the one that others use. */
    List<Integer> ports();

    default int port() {
        return ports().getFirst();
    }

    /** Lays out its files, if they aren't there yet. */
    void prepare();

    Launch launch();

    /** Whether it answers now. */
    boolean ready();
}
