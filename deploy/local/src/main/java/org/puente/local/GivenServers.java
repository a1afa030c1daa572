package org.puente.local;

import java.net.URI;

/** Servers that somebody else has started, and answers for. */
record GivenServers(String kafka, String databases) implements BackboneServers {

    @Override
    public URI realm() {
        throw notOurs();
    }

    @Override
    public void killBroker() {
        throw notOurs();
    }

    @Override
    public void startBroker() {
        throw notOurs();
    }

    @Override
    public void stopDatabase() {
        throw notOurs();
    }

    @Override
    public void startDatabase() {
        throw notOurs();
    }

    @Override
    public AutoCloseable freezeDatabase() {
        throw notOurs();
    }

    @Override
    public void close() {
        // They go on.
    }

    private static IllegalStateException notOurs() {
        return new IllegalStateException("These servers were not started here");
    }
}
