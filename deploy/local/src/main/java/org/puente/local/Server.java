package org.puente.local;

/** One process of the region: how it is made ready to start, started, and seen to be ready. */
interface Server {
    /** E.g. {@code kafka} or {@code gtm/referral}. */
    String name();

    int port();

    /** Lays out its files, if they aren't there yet. */
    void prepare();

    Launch launch();

    /** Whether it answers now. */
    boolean ready();
}
