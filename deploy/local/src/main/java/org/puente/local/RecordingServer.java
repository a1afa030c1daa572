package org.puente.local;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A server whose Java writes a cache of what it has learnt when it ends (JEP 514).
 *
 * @param server the same without a cache
 * @param command makes the command that writes one from the server's own
 */
record RecordingServer(Server server, UnaryOperator<List<String>> command) implements Server {
    @Override
    public String name() {
        return "recording-" + server.name();
    }

    @Override
    public List<Integer> ports() {
        return server.ports();
    }

    @Override
    public void prepare() {
        server.prepare();
    }

    @Override
    public Launch launch() {
        Launch usual = server.launch();
        return new Launch(name(), command.apply(usual.command()), usual.environment(), usual.log(), usual.stopSignal());
    }

    @Override
    public boolean ready() {
        return server.ready();
    }
}
