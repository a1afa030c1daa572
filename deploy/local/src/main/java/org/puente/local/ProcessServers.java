package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The servers as processes of this machine, as the launcher starts them. */
final class ProcessServers implements BackboneServers {
    private final Broker broker;
    private final Postgres postgres;
    private final Servers servers;

    private ProcessServers(Path directory, List<Integer> ports, Watchdog watchdog) {
        Home home = Home.find();
        this.broker =
                new Broker(home.kafkaLibraries(), directory.resolve("kafka"), directory, ports.get(0), ports.get(1));
        this.postgres = new Postgres(
                home.postgresArchives(), directory.resolve("postgres"), directory, ports.get(2), false, Map.of());
        this.servers = new Servers(directory, watchdog, name -> {});
    }

    /** Starts both; returns when they answer. */
    static ProcessServers start(Path directory) throws IOException {
        List<Integer> ports = Ports.free(3);
        Files.write(ports(directory), ports.stream().map(String::valueOf).toList());
        ProcessServers servers = new ProcessServers(directory, ports, new Watchdog(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        ParallelTasks.both(servers::startDatabase, servers::startBroker);
        return servers;
    }

    /** Whether they were started with that directory, maybe by another class loader. */
    static boolean runIn(Path directory) {
        return Files.exists(ports(directory));
    }

    static ProcessServers attach(Path directory) throws IOException {
        List<Integer> ports = Files.readAllLines(ports(directory)).stream()
                .map(Integer::valueOf)
                .toList();
        return new ProcessServers(directory, ports, new Watchdog(null));
    }

    private static Path ports(Path directory) {
        return directory.resolve("ports");
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + broker.port();
    }

    @Override
    public String databases() {
        return "127.0.0.1:" + postgres.port();
    }

    @Override
    public URI realm() {
        throw new IllegalStateException("A realm of its own has only a region, or a backbone in containers");
    }

    @Override
    public void killBroker() {
        servers.kill(broker);
    }

    @Override
    public void startBroker() {
        servers.start(broker);
    }

    @Override
    public void stopDatabase() {
        servers.stop(postgres);
    }

    @Override
    public void startDatabase() {
        servers.start(postgres);
    }

    @Override
    public AutoCloseable freezeDatabase() {
        ProcessHandle postmaster = postmaster();
        signal("STOP", List.of(postmaster)); // first, so that it starts no other one
        List<ProcessHandle> started = postmaster.children().toList();
        signal("STOP", started);
        return () -> {
            signal("CONT", started);
            signal("CONT", List.of(postmaster));
        };
    }

    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(postgres.data().resolve("postmaster.pid"))) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        processes.stream().filter(ProcessHandle::isAlive).forEach(one -> Signal.send(name, one.pid()));
    }

    /** The directory is deleted by the watchdog, as it would be if we were killed. */
    @Override
    public void close() {
        servers.kill(broker);
        servers.kill(postgres);
        servers.close();
    }
}
