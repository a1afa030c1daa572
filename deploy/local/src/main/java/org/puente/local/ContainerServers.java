package org.puente.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.testcontainers.DockerClientFactory;

/**
 * The servers in containers, set up as the processes are. They are removed when the JVM ends: by
 * its shutdown hook, by the watchdog where the hook could not, and where that has no {@code docker}
 * by the next JVM ({@link ContainerOwner#sweep}).
 */
final class ContainerServers implements BackboneServers {
    private final Path directory;
    private final Watchdog watchdog;

    private ContainerServers(Path directory, Watchdog watchdog) {
        this.directory = directory;
        this.watchdog = watchdog;
    }

    /**
     * Starts broker and database server; returns when they answer.
     *
     * @throws Refusal if no engine answers, or a container does not come up
     */
    static ContainerServers start(Path directory) throws IOException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new Refusal("-Dpuente.backbone=containers needs a container engine, and none answers: start one"
                    + " (e.g. 'systemctl start docker'), or leave the option out");
        }
        ContainerOwner.sweep();
        ContainerServers servers = new ContainerServers(directory, new Watchdog(directory));
        Files.createDirectories(servers.state());
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        ParallelTasks.both(() -> servers.begin(ContainerServer.POSTGRES), () -> servers.begin(ContainerServer.KAFKA));
        return servers;
    }

    /** Whether they were started with that directory, maybe by another class loader. */
    static boolean runIn(Path directory) {
        return Files.exists(directory.resolve("containers"));
    }

    static ContainerServers attach(Path directory) {
        return new ContainerServers(directory, new Watchdog(null));
    }

    private Path state() {
        return directory.resolve("containers");
    }

    private Path state(ContainerServer server) {
        return state().resolve(server.name());
    }

    private void begin(ContainerServer server) {
        int port = Ports.free(1).getFirst();
        EngineContainer container = server.start(port, watchdog);
        Properties state = new Properties();
        state.setProperty("id", container.id());
        state.setProperty("port", String.valueOf(port));
        try (Writer writer = Files.newBufferedWriter(state(server))) {
            state.store(writer, null);
        } catch (IOException e) {
            throw new Refusal("Could not write to " + directory, e);
        }
        server.awaitReady(container, port);
    }

    private String state(ContainerServer server, String key) {
        Properties state = new Properties();
        try (Reader reader = Files.newBufferedReader(state(server))) {
            state.load(reader);
        } catch (IOException e) {
            throw new Refusal("Could not read " + state(server), e);
        }
        return state.getProperty(key);
    }

    private EngineContainer container(ContainerServer server) {
        return new EngineContainer(state(server, "id"));
    }

    private int port(ContainerServer server) {
        return Integer.parseInt(state(server, "port"));
    }

    private void startAgain(ContainerServer server) {
        container(server).start();
        server.awaitReady(container(server), port(server));
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + port(ContainerServer.KAFKA);
    }

    @Override
    public String databases() {
        return "127.0.0.1:" + port(ContainerServer.POSTGRES);
    }

    @Override
    public synchronized URI realm() {
        if (!Files.exists(state(ContainerServer.KEYCLOAK))) {
            begin(ContainerServer.KEYCLOAK);
        }
        return URI.create(ContainerServer.realm(port(ContainerServer.KEYCLOAK)));
    }

    @Override
    public void killBroker() {
        container(ContainerServer.KAFKA).kill();
    }

    @Override
    public void startBroker() {
        startAgain(ContainerServer.KAFKA);
    }

    @Override
    public void stopDatabase() {
        container(ContainerServer.POSTGRES).stop();
    }

    @Override
    public void startDatabase() {
        startAgain(ContainerServer.POSTGRES);
    }

    @Override
    public AutoCloseable freezeDatabase() {
        EngineContainer database = container(ContainerServer.POSTGRES);
        database.pause();
        return database::unpause;
    }

    @Override
    public void close() {
        for (ContainerServer server : ContainerServer.values()) {
            if (Files.exists(state(server))) {
                container(server).remove();
            }
        }
        watchdog.close();
    }
}
