package org.puente.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The arguments of a run for production.
 *
 * @param login settings of an administrator's Kafka client
 * @param passwords by principal, for those that are new
 */
record Arguments(
        Map<String, Object> login, Nodes nodes, Map<String, String> passwords, int partitions, int replication) {

    static final String USAGE = """
            Usage: java -jar puente-kafka.jar --bootstrap-server HOST:PORT[,…] [options]
              --command-config FILE   properties of an administrator's Kafka client (SASL, TLS)
              --nodes FILE            the list of nodes (default: the one of this build)
              --passwords FILE        properties, principal=password, for principals that are new
              --partitions N          of each new topic (default 6)
              --replication N         copies of each new topic (default 3)""";

    private static final Set<String> NAMES =
            Set.of("--bootstrap-server", "--command-config", "--nodes", "--passwords", "--partitions", "--replication");

    /**
     * @throws IllegalArgumentException saying which argument is wrong
     */
    static Arguments parse(String... words) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!NAMES.contains(words[i])) {
                throw new IllegalArgumentException("Unknown option " + words[i]);
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException("No value for " + words[i]);
            }
            given.put(words[i], words[i + 1]);
        }
        if (!given.containsKey("--bootstrap-server")) {
            throw new IllegalArgumentException("--bootstrap-server is needed");
        }
        Map<String, Object> login = new HashMap<>(properties(given.get("--command-config")));
        login.put("bootstrap.servers", given.get("--bootstrap-server"));
        return new Arguments(
                login,
                given.containsKey("--nodes") ? Nodes.read(Path.of(given.get("--nodes"))) : Nodes.ofThisBuild(),
                properties(given.get("--passwords")),
                number("--partitions", given.getOrDefault("--partitions", String.valueOf(Provisioning.PARTITIONS))),
                number("--replication", given.getOrDefault("--replication", "3")));
    }

    private static Map<String, String> properties(String file) throws IOException {
        Map<String, String> properties = new HashMap<>();
        if (file != null) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                read.load(reader);
            }
            read.stringPropertyNames().forEach(n -> properties.put(n, read.getProperty(n)));
        }
        return properties;
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(option + " takes a whole number from 1 on: " + value);
        }
        return Integer.parseInt(value);
    }
}
