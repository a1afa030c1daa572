package org.puente.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was added to a region since it started, by name: instances, a node that joined, a restored
 * database server. A service of the plan is here, too, once it has its
 * database elsewhere.
 */
final class AddedServers {
    private final Plan plan;
    private final Map<String, Server> byName = new ConcurrentHashMap<>();

    AddedServers(Plan plan) {
        this.plan = plan;
    }

    /**
     * The server of a name, of these or of the plan.
     *
     * @throws Refusal if there is none
     */
    Server server(String name) {
        return byName.containsKey(name) ? byName.get(name) : plan.server(name);
    }

    AddedInstance addInstance(String service, int port) {
        if (!(server(service) instanceof Service first)) {
            throw new Refusal("There is no service " + service);
        }
        return add(new AddedInstance(first, port));
    }

    List<Service> addNode(AddedNode node) {
        return node.services().stream().map(this::add).toList();
    }

    RestoredPostgres addRestored(Setup setup, Path backup, Map<String, String> recovery) {
        return add(new RestoredPostgres(new Postgres(
                Home.find().postgresArchives(),
                backup,
                setup.layout().logs(),
                setup.ports().restoredPostgres(),
                true,
                recovery)));
    }

    /** From their next start on, a node's services have their databases at another server. */
    void moveDatabases(String node, Server server) {
        plan.services().stream()
                .filter(service -> service.node().equals(node))
                .forEach(service -> add(service.withDatabasesAt("127.0.0.1:" + server.port())));
    }

    /** Host and port of the server that has a service's database. */
    String databases(String database) {
        return byName.values().stream()
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(service -> service.database().equals(database))
                .map(Service::databases)
                .findFirst()
                .orElse(plan.backbone().databases());
    }

    /** Those that use a database server. */
    List<Server> databaseClients() {
        return byName.values().stream()
                .filter(server -> !(server instanceof RestoredPostgres))
                .toList();
    }

    List<Server> databaseServers() {
        return byName.values().stream()
                .filter(RestoredPostgres.class::isInstance)
                .toList();
    }

    private <T extends Server> T add(T server) {
        byName.put(server.name(), server);
        return server;
    }
}
