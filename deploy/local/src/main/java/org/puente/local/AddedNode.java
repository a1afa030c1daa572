package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.puente.contracts.NodeId;
import org.puente.kafka.Nodes;
import org.puente.kafka.Provisioning;
import org.puente.local.realm.RealmFiles;

/**
 * A node that the list of this build doesn't have, beside a region that runs (docs/deploying.md, "Add a
 * node").
 *
 * @param catalogue has the node and its institutions
 */
record AddedNode(Home home, Setup setup, String name, Path catalogue) {

    /** Topics, principal and rules: its own, and those by which the others read it and write to it. */
    List<String> provision(String kafka) {
        return LocalProvisioning.run(
                kafka, Provisioning.PARTITIONS, Nodes.ofThisBuild().with(new NodeId(name)));
    }

    /** Brings the clients of its institutions into the realm, as its administrators would do it. */
    void addClients(Keycloak keycloak) {
        Path file = setup.layout().run().resolve(name + "-realm.json");
        try {
            Files.writeString(file, RealmFiles.of(catalogue).get(RealmFiles.LOCAL));
        } catch (IOException e) {
            throw new Refusal("Could not make the clients of " + name + ": " + e.getMessage(), e);
        }
        keycloak.importPart(file);
    }

    /** Its services; keys are made for it, if it has none. Its ports are those after the list's. */
    List<Service> services() {
        return Plan.ofNode(home, setup, name, Setup.known().size() + 1).stream()
                .map(service -> service.withEnvironment(environment()))
                .toList();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(setup.environment());
        environment.put("PUENTE_CATALOGUE", catalogue.toString());
        return environment;
    }
}
