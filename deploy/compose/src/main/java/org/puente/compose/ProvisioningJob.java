package org.puente.compose;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.puente.kafka.Declaration;
import org.puente.kafka.Nodes;
import org.puente.kafka.Provisioning;
import org.puente.local.Databases;

/**
 * Makes what the services rest on, unless it is there: databases with a role each, then topics, principals and
 * access rules. A second run changes nothing but passwords of roles, which it sets to what the secrets say.
 */
record ProvisioningJob(ProvisioningSettings settings) {
    private static final int POSTGRES = 5432;

    void run(PrintStream out) throws InterruptedException {
        settings.databases().forEach((database, password) -> {
            String node = settings.serverOf(database);
            new Databases("database-" + node, POSTGRES, settings.servers().get(node)).ensure(database, password);
        });
        out.println(settings.databases().size() + " databases are there");
        try (Admin admin = Admin.create(login())) {
            List<String> changes = new Provisioning(
                            admin, new Declaration(Nodes.ofThisBuild()), Provisioning.PARTITIONS, 1)
                    .run(settings.principals());
            out.println("Kafka: " + changes.size() + " topics, principals and rules made");
        }
    }

    private Map<String, Object> login() {
        return Map.of(
                "bootstrap.servers",
                "kafka:9093",
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"%s\";"
                        .formatted(settings.kafkaAdmin()));
    }
}
