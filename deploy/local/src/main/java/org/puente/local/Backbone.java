package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A broker with access control and a PostgreSQL server for tests: the same that a person starts.
 * One serves all tests of a JVM, also where they run in several class loaders; it is empty at first
 * and gone when the JVM is, however that ends.
 *
 * <p>Where {@code PUENTE_TEST_BACKBONE_KAFKA} and {@code PUENTE_TEST_BACKBONE_DATABASE} (host:port
 * each) are set, those are used instead. They must be for tests alone: databases are dropped there.
 * Their super users are {@code admin} and {@code postgres} with the local password.
 */
public final class Backbone implements AutoCloseable {
    private static final String DIRECTORY = "puente.test.backbone.directory";
    private static Backbone shared;

    private final String kafka;
    private final String databases;
    private final Path directory;
    private final Broker broker;
    private final Postgres postgres;
    private final Servers servers;

    private Backbone(String kafka, String databases, Path directory) {
        this.kafka = kafka;
        this.databases = databases;
        this.directory = directory;
        this.broker = null;
        this.postgres = null;
        this.servers = null;
    }

    private Backbone(Path directory, List<Integer> ports, Watchdog watchdog) {
        Home home = Home.find();
        this.kafka = "127.0.0.1:" + ports.get(0);
        this.databases = "127.0.0.1:" + ports.get(2);
        this.directory = directory;
        this.broker =
                new Broker(home.kafkaLibraries(), directory.resolve("kafka"), directory, ports.get(0), ports.get(1));
        this.postgres = new Postgres(
                home.postgresArchives(), directory.resolve("postgres"), directory, ports.get(2), false, Map.of());
        this.servers = new Servers(directory, watchdog, name -> {});
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
            String kafka = System.getenv("PUENTE_TEST_BACKBONE_KAFKA");
            String database = System.getenv("PUENTE_TEST_BACKBONE_DATABASE");
            if (kafka != null && database != null) {
                return new Backbone(kafka, database, Files.createTempDirectory("puente-keys"));
            }
            // A system property is what the class loaders of a JVM have in common.
            String running = System.getProperty(DIRECTORY);
            if (running != null) {
                return attach(Path.of(running));
            }
            Backbone started = startEmbedded(Files.createTempDirectory("puente-backbone"));
            System.setProperty(DIRECTORY, started.directory.toString());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more, for a purpose of its own; it ends when it is closed, or with this JVM. */
    static Backbone scratch() throws IOException {
        return startEmbedded(Files.createTempDirectory("puente-scratch"));
    }

    private static Backbone attach(Path directory) throws IOException {
        List<Integer> ports = Files.readAllLines(directory.resolve("ports")).stream()
                .map(Integer::valueOf)
                .toList();
        return new Backbone(directory, ports, new Watchdog(null));
    }

    private static Backbone startEmbedded(Path directory) throws IOException {
        List<Integer> ports = Ports.free(3);
        Files.write(
                directory.resolve("ports"), ports.stream().map(String::valueOf).toList());
        Backbone backbone = new Backbone(directory, ports, new Watchdog(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(backbone::close));
        backbone.startBoth();
        return backbone;
    }

    private void startBoth() {
        CompletableFuture<Void> database = CompletableFuture.runAsync(() -> servers.start(postgres));
        servers.start(broker);
        try {
            database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Host and port of the broker. */
    public String kafka() {
        return kafka;
    }

    /** Host and port of the database server. */
    public String databases() {
        return databases;
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
        String[] address = databases.split(":");
        Databases all = new Databases(address[0], Integer.parseInt(address[1]), Secrets.PASSWORD);
        all.drop(name);
        all.ensure(name, Secrets.PASSWORD);
    }

    /**
     * Makes the topics, principals and access rules of all nodes; a second call changes nothing.
     */
    public void provision() {
        provision(LocalProvisioning.PARTITIONS);
    }

    /**
     * The same with topics of so many partitions: a broker is sooner ready with fewer.
     *
     * @param partitions of topics that are not there yet
     */
    public void provision(int partitions) {
        LocalProvisioning.run(kafka, partitions);
    }

    /** What a service of the node needs to know of this backbone, as properties; keys included. */
    public Map<String, String> settings(String node) {
        return NodeSettings.of(node, kafka, databases, directory.resolve("keys"));
    }

    /** The settings of a Kafka client that logs in as a principal, e.g. {@code gtm}. */
    public Map<String, Object> kafkaClient(String principal) {
        return KafkaLogin.of(kafka, principal);
    }

    /** The settings of a Kafka client that may do everything. */
    public Map<String, Object> kafkaAdmin() {
        return KafkaLogin.of(kafka, Broker.ADMIN);
    }

    /** Ends the broker at once, as a power cut would. */
    public void killBroker() {
        requireOwn().kill(broker);
    }

    /**
     * Starts the broker again at its old address, with all that it had; returns when it answers.
     */
    public void startBroker() {
        requireOwn().start(broker);
    }

    /** Ends the database server, and with it every connection; it keeps all that it had. */
    public void stopDatabase() {
        requireOwn().stop(postgres);
    }

    /** Starts the database server again at its old address; returns when it answers. */
    public void startDatabase() {
        requireOwn().start(postgres);
    }

    private Servers requireOwn() {
        if (servers == null) {
            throw new IllegalStateException("These servers were not started here");
        }
        return servers;
    }

    /** Ends both servers and deletes all that they held. */
    @Override
    public void close() {
        if (servers != null) {
            servers.kill(broker);
            servers.kill(postgres);
            // It deletes the directory, as it would if we were killed.
            servers.close();
        } else {
            Trees.delete(directory);
        }
    }
}
