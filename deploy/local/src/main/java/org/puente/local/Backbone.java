package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.puente.kafka.Provisioning;

/**
 * A broker with access control and a PostgreSQL server for tests: the same that a person starts, or
 * others ({@link BackboneKind}). One serves all tests of a JVM, also where they run in several class
 * loaders; it is empty at first and gone when the JVM is, however that ends.
 */
public final class Backbone implements AutoCloseable {
    private static final String DIRECTORY = "puente.test.backbone.directory";
    private static Backbone shared;

    private final BackboneServers servers;
    private final Path directory;

    private Backbone(BackboneServers servers, Path directory) {
        this.servers = servers;
        this.directory = directory;
    }

    /** The one of this JVM; started at the first call. */
    public static synchronized Backbone forTests() {
        if (shared == null) {
            shared = attachOrStart();
        }
        return shared;
    }

    private static Backbone attachOrStart() {
        try {
            // A system property is what the class loaders of a JVM have in common.
            String running = System.getProperty(DIRECTORY);
            if (running != null) {
                return attach(Path.of(running));
            }
            Backbone started =
                    start(BackboneKind.chosen(System.getenv()), Files.createTempDirectory("puente-backbone"));
            System.setProperty(DIRECTORY, started.directory.toString());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Backbone start(BackboneKind kind, Path directory) throws IOException {
        BackboneServers servers = switch (kind) {
            case GIVEN -> BackboneKind.given(System.getenv());
            case PROCESSES -> ProcessServers.start(directory);
            case CONTAINERS -> ContainerServers.start(directory);
        };
        return new Backbone(servers, directory);
    }

    private static Backbone attach(Path directory) throws IOException {
        BackboneServers servers;
        if (ProcessServers.runIn(directory)) {
            servers = ProcessServers.attach(directory);
        } else if (ContainerServers.runIn(directory)) {
            servers = ContainerServers.attach(directory);
        } else {
            servers = BackboneKind.given(System.getenv());
        }
        return new Backbone(servers, directory);
    }

    /** One more, for a purpose of its own; it ends when it is closed, or with this JVM. */
    static Backbone scratch() throws IOException {
        return start(BackboneKind.PROCESSES, Files.createTempDirectory("puente-scratch"));
    }

    /** Host and port of the broker. */
    public String kafka() {
        return servers.kafka();
    }

    /** Host and port of the database server. */
    public String databases() {
        return servers.databases();
    }

    /** The password of every role and principal. */
    public String password() {
        return Secrets.PASSWORD;
    }

    /** A directory for what tests write; gone with the backbone. */
    public Path directory() {
        return directory;
    }

    /** Makes an empty database and the role of the same name that owns it. */
    public void freshDatabase(String name) {
        Databases all = Databases.at(databases());
        all.drop(name);
        all.ensure(name, Secrets.PASSWORD);
    }

    /**
     * Makes the topics, principals and access rules of all nodes; a second call changes nothing.
     */
    public void provision() {
        provision(Provisioning.PARTITIONS);
    }

    /**
     * The same with topics of so many partitions: a broker is sooner ready with fewer.
     *
     * @param partitions of topics that are not there yet
     */
    public void provision(int partitions) {
        LocalProvisioning.run(kafka(), partitions);
    }

    /** What a service of the node needs to know of this backbone, as properties; keys included. */
    public Map<String, String> settings(String node) {
        return NodeSettings.of(node, kafka(), databases(), directory.resolve("keys"));
    }

    /** The settings of a Kafka client that logs in as a principal, e.g. {@code gtm}. */
    public Map<String, Object> kafkaClient(String principal) {
        return KafkaLogin.of(kafka(), principal);
    }

    /** The settings of a Kafka client that may do everything. */
    public Map<String, Object> kafkaAdmin() {
        return KafkaLogin.of(kafka(), Broker.ADMIN);
    }

    /** Ends the broker at once, as a power cut would. */
    public void killBroker() {
        servers.killBroker();
    }

    /**
     * Starts the broker again at its old address, with all that it had; returns when it answers.
     */
    public void startBroker() {
        servers.startBroker();
    }

    /** Ends the database server, and with it every connection; it keeps all that it had. */
    public void stopDatabase() {
        servers.stopDatabase();
    }

    /** Starts the database server again at its old address; returns when it answers. */
    public void startDatabase() {
        servers.startDatabase();
    }

    /**
     * Makes the database server stand still, so that it answers nothing and breaks no connection.
     *
     * @return ends that when it is closed
     */
    public AutoCloseable freezeDatabase() {
        return servers.freezeDatabase();
    }

    /**
     * Of the servers, for a region that is started on them.
     *
     * @throws IllegalStateException if they have no realm: only those in containers have one
     */
    public BackboneAddresses addresses() {
        return new BackboneAddresses(kafka(), databases(), servers.realm());
    }

    /** Ends the servers, unless somebody else has started them, and deletes all that they held. */
    @Override
    public void close() {
        servers.close();
        if (!ProcessServers.runIn(directory)) {
            Trees.delete(directory);
        }
    }
}
