package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A broker and a PostgreSQL server that talk by TLS alone, as production's do, with certificates made for them.
 * They end, and all is gone, when this is closed, or with this JVM.
 */
public final class SecuredBackbone implements AutoCloseable {
    private static final String ONLY_BY_TLS = "hostssl all all 127.0.0.1/32 scram-sha-256\n";

    private final Path directory;
    private final Certificates certificates;
    private final Path trusted;
    private final Servers servers;
    private final Broker broker;
    private final Postgres postgres;

    private SecuredBackbone(Path directory, List<Integer> ports) throws IOException {
        Home home = Home.find();
        this.directory = directory;
        this.certificates = Certificates.make(directory.resolve("certificates"));
        this.trusted = Files.copy(certificates.authority(), directory.resolve("trusted.crt"));
        this.servers = new Servers(directory, new Watchdog(directory), name -> {});
        this.broker = new Broker(
                home.kafkaLibraries(), directory.resolve("kafka"), directory, ports.get(0), ports.get(1), byTls());
        this.postgres = new Postgres(
                home.postgresArchives(),
                directory.resolve("postgres"),
                directory,
                ports.get(2),
                false,
                Map.of("ssl", "on"));
    }

    /** Starts both; returns when they answer. */
    public static SecuredBackbone start() {
        try {
            SecuredBackbone backbone = new SecuredBackbone(Files.createTempDirectory("puente-secured"), Ports.free(3));
            Runtime.getRuntime().addShutdownHook(new Thread(backbone::close));
            backbone.startBoth();
            return backbone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> byTls() {
        return Map.of(
                "listener.security.protocol.map", "NODES:SASL_SSL,CONTROLLER:SASL_PLAINTEXT",
                "ssl.keystore.type", "PEM",
                "ssl.keystore.location", certificates.keyAndCertificate().toString(),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificates.authority().toString());
    }

    private void startBoth() throws IOException {
        postgres.prepare();
        give(certificates.certificate(), "server.crt");
        give(certificates.key(), "server.key");
        Files.writeString(postgres.data().resolve("pg_hba.conf"), ONLY_BY_TLS);
        ParallelTasks.both(() -> servers.start(postgres), () -> servers.start(broker));
    }

    /** PostgreSQL takes a key only from a file that nobody else reads. */
    private void give(Path file, String name) throws IOException {
        Path copy = postgres.data().resolve(name);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        Unprivileged.here().own(copy);
    }

    /**
     * Starts both again with certificates of another authority, as somebody would have who stands in for them.
     * Services still trust the first.
     */
    public void changeAuthority() {
        servers.kill(broker);
        servers.stop(postgres);
        try {
            Certificates.make(certificates.directory());
            startBoth();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service of the node needs to know of these servers, as properties; without a word of development. */
    public Map<String, String> settings(String node) {
        String databases = "127.0.0.1:" + postgres.port();
        Map<String, String> settings =
                NodeSettings.of(node, "127.0.0.1:" + broker.port(), databases, directory.resolve("keys"));
        settings.remove("puente.development");
        settings.put("kafka.security.protocol", "SASL_SSL");
        settings.put("kafka.ssl.truststore.type", "PEM");
        settings.put("kafka.ssl.truststore.location", trusted.toString());
        settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        settings.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem.certs", trusted.toString());
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://%s/${puente.node}_${puente.service}?sslmode=verify-full&sslrootcert=%s"
                        .formatted(databases, trusted));
        return settings;
    }

    /** Makes the topics, principals and access rules of all nodes. */
    public void provision(int partitions) {
        LocalProvisioning.run(kafkaClient(Broker.ADMIN), partitions);
    }

    /** Makes an empty database and the role of the same name that owns it. */
    public void freshDatabase(String name) {
        new Databases(postgres.port()).ensure(name, Secrets.PASSWORD);
    }

    /** The settings of a Kafka client that logs in as a principal, and trusts the servers as they are now. */
    public Map<String, Object> kafkaClient(String principal) {
        Map<String, Object> settings = new HashMap<>(KafkaLogin.of("127.0.0.1:" + broker.port(), principal));
        settings.put("security.protocol", "SASL_SSL");
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", certificates.authority().toString());
        return settings;
    }

    /** JDBC address of a database, without a word of how it is encrypted. */
    public String database(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.port(), name);
    }

    /** The password of every role and principal. */
    public String password() {
        return Secrets.PASSWORD;
    }

    /** A directory for what tests write; gone with the servers. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        servers.kill(broker);
        servers.kill(postgres);
        servers.close();
    }
}
