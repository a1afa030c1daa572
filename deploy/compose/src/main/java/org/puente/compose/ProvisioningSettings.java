package org.puente.compose;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the provisioning is told.
 *
 * @param kafkaAdmin password of the principal that may do everything
 * @param principals passwords of nodes' principals
 * @param servers passwords of the super users of the nodes' database servers
 * @param databases passwords of databases' roles
 */
record ProvisioningSettings(
        String kafkaAdmin, Map<String, String> principals, Map<String, String> servers, Map<String, String> databases) {

    static ProvisioningSettings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new ProvisioningSettings(
                properties.getProperty("kafka.admin"),
                under(properties, "principal."),
                under(properties, "postgres."),
                under(properties, "database."));
    }

    private static Map<String, String> under(Properties properties, String prefix) {
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return values;
    }

    /** The node whose server holds a database: that of its name, and the region's for Keycloak's. */
    String serverOf(String database) {
        String node = database.replaceAll("_.*", "");
        return servers.containsKey(node) ? node : "region";
    }
}
