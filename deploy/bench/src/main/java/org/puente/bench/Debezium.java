package org.puente.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.puente.local.Region;

/**
 * Debezium's embedded engine as the relay of an outbox, in a process of its own, with the compiler
 * and the heap that Java gives it.
 */
final class Debezium implements AutoCloseable {
    private static final String SLOT = "puente_bench";
    private static final String ACTIVE =
            "select exists (select from pg_replication_slots where slot_name = '%s' and active)".formatted(SLOT);

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Backlog outbox;

    private Debezium(Process process, Backlog outbox) {
        this.process = process;
        this.commands = process.outputWriter();
        this.answers = process.inputReader();
        this.outbox = outbox;
    }

    /**
     * @param database whose outbox it is to relay; the server needs {@code wal_level=logical}
     * @return empty where it isn't built
     */
    static Optional<Debezium> open(Region region, String database, Backlog outbox) throws IOException {
        Path jar = BenchRegion.home().resolve("deploy/debezium/target/puente-debezium-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            System.out.println("DEBEZIUM IS LEFT OUT, it is not built: there is no " + jar);
            return Optional.empty();
        }
        Path logs = region.setup().data().resolve("logs");
        Path engine = write(logs.resolve("debezium-engine.properties"), engine(region, database));
        Path producer = write(logs.resolve("debezium-producer.properties"), Wire.producer(region, "gtm"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-jar",
                        jar.toString(),
                        engine.toString(),
                        producer.toString())
                .redirectError(logs.resolve("debezium.log").toFile())
                .start();
        return Optional.of(new Debezium(process, outbox));
    }

    private static Map<String, Object> engine(Region region, String database) {
        URI address = URI.create(region.database(database).replace("jdbc:", ""));
        Map<String, Object> settings = new HashMap<>();
        settings.put("name", "bench");
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("topic.prefix", "bench");
        settings.put("database.hostname", address.getHost());
        settings.put("database.port", address.getPort());
        settings.put("database.dbname", database);
        settings.put("database.user", "postgres");
        settings.put("database.password", region.password());
        settings.put("plugin.name", "pgoutput");
        settings.put("slot.name", SLOT);
        settings.put("slot.drop.on.stop", true);
        settings.put("publication.name", SLOT);
        settings.put("publication.autocreate.mode", "filtered");
        settings.put("table.include.list", "public.outbox");
        settings.put("snapshot.mode", "no_data");
        settings.put("poll.interval.ms", 10);
        settings.put("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.put("transforms", "outbox");
        settings.put("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
        settings.put("transforms.outbox.route.topic.replacement", "${routedByValue}");
        settings.put(
                "transforms.outbox.table.fields.additional.placement",
                "id:header:ce_id,type:header:ce_type,source:header:ce_source,"
                        + "occurred_at:header:ce_time,traceparent:header:traceparent");
        return settings;
    }

    private static Path write(Path file, Map<String, Object> settings) throws IOException {
        Properties properties = new Properties();
        settings.forEach((name, value) -> properties.setProperty(name, value.toString()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    /** From now on what is committed to the outbox is relayed. */
    void start() {
        send("start", "started");
        outbox.await("Debezium to stream", ACTIVE);
    }

    void stop() {
        send("stop", "stopped");
    }

    private void send(String command, String expected) {
        try {
            commands.write(command + "\n");
            commands.flush();
            String answer = answers.readLine();
            if (!expected.equals(answer)) {
                throw new IllegalStateException("Debezium: " + answer + "; see debezium.log");
            }
        } catch (IOException e) {
            throw new IllegalStateException("Debezium is gone; see debezium.log", e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
