package org.puente.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.puente.contracts.NodeId;
import org.puente.kafka.Nodes;
import org.puente.kafka.ServiceNames;
import org.puente.local.NodeKeys;
import org.puente.local.SigningKeys;

/**
 * The secrets of compose.yaml as files, each with what one container needs and nothing else. A second run changes
 * none of them, and adds those of a node that is new.
 */
final class SecretFiles {
    private static final List<String> DERIVING_IDS = List.of("referral", "followup");

    private final Path directory;
    private final Path realm;
    private final NamedSecrets secrets;
    private final Nodes nodes = Nodes.ofThisBuild();

    /**
     * @param directory where they go; made, so that its owner alone may enter it, if it is not there
     * @param realm the file of the realm, whose secrets are replaced
     * @throws IllegalStateException if secrets were made, and the file that has all of them is gone
     */
    SecretFiles(Path directory, Path realm) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        this.directory = directory;
        this.realm = realm;
        Path all = directory.resolve("all.properties");
        if (!Files.exists(all) && Files.exists(directory.resolve("provisioning.properties"))) {
            throw new IllegalStateException(
                    all + " is lost, and the servers know the secrets that were in it. Put it back"
                            + " from your safe; or, if all data may go: ./puente compose down --volumes, and remove "
                            + directory);
        }
        this.secrets = new NamedSecrets(all);
    }

    void write() throws IOException {
        for (NodeId node : nodes.nodes()) {
            for (String service : ServiceNames.OF_NODE) {
                write(node + "-" + service + ".properties", properties(ofService(node.value(), service)));
            }
            keys(node.value());
        }
        String region = nodes.region().value();
        Map<String, String> reporting = ofService(region, ServiceNames.OF_REGION);
        reporting.put("quarkus.oidc.console.token-state-manager.encryption-secret", secrets.of("console"));
        write(region + "-reporting.properties", properties(reporting));
        for (NodeId node : nodes.all()) {
            write("postgres-" + node, secrets.of("postgres." + node));
        }
        write("kafka.properties", BrokerConfiguration.of(secrets.of("kafka.admin")));
        write(
                "keycloak.conf",
                "db-password=%s%nbootstrap-admin-username=admin%nbootstrap-admin-password=%s%n"
                        .formatted(secrets.of("database.keycloak"), secrets.of("keycloak.admin")));
        write("provisioning.properties", properties(provisioning()));
        RealmSecrets named = new RealmSecrets(secrets);
        write("realm.json", named.fill(Files.readString(realm)));
        write("clients.properties", properties(named.clients()));
        write("people.properties", properties(named.people()));
        secrets.save();
    }

    private Map<String, String> ofService(String node, String service) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("puente.db.password", secrets.of("database." + node + "_" + service));
        settings.put("puente.kafka.password", secrets.of("principal." + node));
        if (service.equals("reception")) {
            settings.put("puente.pseudonym.secret", secrets.of("pseudonyms." + node));
            settings.put("puente.status.secret", secrets.of("status." + node));
        }
        if (DERIVING_IDS.contains(service)) {
            settings.put("puente.ids.secret", secrets.of("ids." + node));
        }
        return settings;
    }

    private void keys(String node) throws IOException {
        NodeKeys pair = NodeKeys.ensure(directory, node);
        readable(pair.publicSet());
        readable(pair.privateSet());
        readable(SigningKeys.ensure(directory, node).set());
    }

    private Map<String, String> provisioning() {
        Map<String, String> all = new TreeMap<>();
        all.put("kafka.admin", secrets.of("kafka.admin"));
        for (NodeId node : nodes.all()) {
            all.put("principal." + node, secrets.of("principal." + node));
            all.put("postgres." + node, secrets.of("postgres." + node));
        }
        List<String> databases = new ArrayList<>(List.of(nodes.region() + "_reporting", "keycloak"));
        nodes.nodes().forEach(node -> ServiceNames.OF_NODE.forEach(service -> databases.add(node + "_" + service)));
        databases.forEach(name -> all.put("database." + name, secrets.of("database." + name)));
        return all;
    }

    private static String properties(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
        readable(file);
    }

    /**
     * The users of the containers are not those of this machine; who may enter the directory is what counts. Kafka's
     * image appends to its copy, which has the same rights.
     */
    private static void readable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
